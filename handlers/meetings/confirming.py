"""*Bekräfta*: the first at the supplier who presses it has confirmed; or something does not hold, and is put right."""

from collections.abc import Sequence

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingStatus
from domain.meeting_outcome import confirmation_waits_until
from domain.secrecy import FieldPolicy
from handlers.form import actions as forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Question
from handlers.form.typed import LONGEST_TEXT, typed_text
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import codes, passing_on
from handlers.meetings.outcome_facts import again, named, record, theirs, write_down
from handlers.people import notice
from messages.button import data
from messages.label import Label
from messages.meetings.outcome import AgreedConfirmed, AgreedReplaced, DisputeSent, MeetingConfirmed, MeetingDisputed
from messages.message import Message, Rows
from storage.meetings import outcome as outcomes
from storage.meetings.meeting import Meeting
from storage.people import person
from storage.people.person import Person

WHAT_IS_WRONG = Question[Known]("disputed", "text", read=typed_text(LONGEST_TEXT), policy=FieldPolicy.RELAYED)


async def confirm(work: Work, actor: Person, press: Press) -> Answer:
    """*Bekräfta* was pressed."""
    meeting = await theirs(work, actor, Action.CONFIRM_MEETING, press.number(0))
    is_first = await outcomes.confirm(work.session, meeting.id, revision=press.number(1), by=actor.id, now=work.now)
    confirmed = await again(work, meeting)
    if is_first:
        await write_down(work, actor, meeting, LedgerEvent.MEETING_CONFIRMED)
        await _show_confirmed(work, confirmed, press)
        await _tell_organiser(work, confirmed, Message(MeetingConfirmed(await named(work, meeting), actor.name)))
    return await standing(work, confirmed, press.number(1))


async def dispute(work: Work, actor: Person, press: Press) -> Answer:
    """*Det stämmer inte riktigt* was pressed."""
    meeting = await theirs(work, actor, Action.CONFIRM_MEETING, press.number(0))
    if not _is_it(meeting, press.number(1)):
        return await standing(work, meeting, press.number(1))
    return await forms.begin(work, actor, FORM, {"meeting_id": meeting.id, "revision": meeting.revision})


async def standing(work: Work, meeting: Meeting, revision: int) -> Message:
    """What became of the summary that was answered: confirmed, or replaced by a later one further down."""
    if not _is_it(meeting, revision) or meeting.confirmed_by is None or meeting.confirmed_at is None:
        return Message(AgreedReplaced(await named(work, meeting), is_held=meeting.status is MeetingStatus.HELD))
    who = await person.find(work.session, meeting.confirmed_by)
    on = work.city.today(meeting.confirmed_at)
    return Message(AgreedConfirmed(await record(work, meeting), who.name, on))


def _is_it(meeting: Meeting, revision: int) -> bool:
    """Whether the summary with that revision still holds."""
    return meeting.status is MeetingStatus.HELD and meeting.revision == revision


async def _show_confirmed(work: Work, meeting: Meeting, press: Press) -> None:
    """Colleagues who were asked too see that it is done."""
    confirmed = await standing(work, meeting, meeting.revision)
    for row in await passing_on.summaries(work, meeting, revision=meeting.revision):
        if press.shown is None or row.id != press.shown.id:
            await work.edit(row.id, confirmed)


async def _tell_organiser(work: Work, meeting: Meeting, message: Message) -> None:
    organiser = await person.find(work.session, meeting.organised_by)
    await notice.tell(work, organiser, message, about=meeting.reference)


async def _known(work: Work, _actor: Person, answers: Answers) -> Known:
    meeting = await work.session.get_one(Meeting, answers["meeting_id"])
    organiser = await person.find(work.session, meeting.organised_by)
    return Known(work.city.today(work.now), work.city.hours, name=organiser.name)


def _questions(_answers: Answers, _known: Known) -> Sequence[Question[Known]]:
    return (WHAT_IS_WRONG,)


async def _send(work: Work, actor: Person, answers: Answers, known: Known) -> Message:
    meeting, revision = await theirs(work, actor, Action.CONFIRM_MEETING, answers["meeting_id"]), answers["revision"]
    until = confirmation_waits_until(work.now, work.city.hours)
    if not await outcomes.leave_to_organiser(work.session, meeting.id, revision=revision, until=until):
        return await standing(work, meeting, revision)
    await write_down(work, actor, meeting, LedgerEvent.MEETING_DISPUTED, answers["text"])
    disputed = MeetingDisputed(await named(work, meeting), actor.name, answers["text"])
    await _tell_organiser(work, meeting, Message(disputed, _to_put_right(meeting)))
    return Message(DisputeSent(known.name))


def _to_put_right(meeting: Meeting) -> Rows:
    return numbered([(Label("outcome.correct"), data(codes.CORRECT, meeting.id))])


FORM = registered(Form(name="dispute", version=1, questions=_questions, known=_known, send=_send))
