"""*Bekräfta*: the first at the supplier who presses it has confirmed; or something does not hold, and is put right."""

from collections.abc import Sequence
from datetime import datetime

from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingStatus
from domain.meeting_outcome import confirmation_waits_until
from domain.secrecy import FieldPolicy
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Question, given
from handlers.form.typed import LONGEST_TEXT, typed_text
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts, summaries
from handlers.meetings import record as meeting_record
from handlers.meetings.finding import refreshed, theirs
from handlers.meetings.recording import record
from handlers.meetings.shown_meeting import ShownRevision
from handlers.meetings.views import correct_button
from handlers.people import notice
from messages.meetings.outcome import (
    DisputeSent,
    MeetingDisputed,
    SummaryConfirmed,
    SummaryReplaced,
)
from messages.message import Message
from storage.meetings import outcome as outcomes
from storage.meetings.meeting import Meeting
from storage.people import person
from storage.people.person import Person


@frozen(kw_only=True)
class SummaryInDoubt(Known):
    """What is known before somebody tells what is wrong; `name` is the organiser's.

    Attributes:
        shown: The meeting whose summary it is, as the revision that was summed up.
    """

    shown: ShownRevision


@frozen
class Objection:
    """What is typed: what does not hold."""

    text: str


WHAT_IS_WRONG = Question[SummaryInDoubt]("disputed", "text", read=typed_text(LONGEST_TEXT), policy=FieldPolicy.RELAYED)


async def confirm(work: Work, actor: Person, press: Press) -> Answer:
    """*Bekräfta* was pressed."""
    found, revision = await theirs(work, actor, Action.CONFIRM_MEETING, press.number(0)), press.number(1)
    is_first = await outcomes.confirm(work.session, found.meeting.id, revision=revision, by=actor.id, now=work.now)
    meeting = (await refreshed(work, found)).meeting
    if is_first:
        await record(work, meeting, LedgerEvent.MEETING_CONFIRMED, actor)
        await _show_colleagues(work, meeting, except_at=press.shown.id if press.shown else 0)
        await _pass_record_on(work, meeting, actor)
    return await _became_of(work, meeting, revision)


async def _pass_record_on(work: Work, meeting: Meeting, actor: Person) -> None:
    """The record goes to who has confirmed, with thanks, and to the organiser, with the news."""
    made = await meeting_record.make(work, meeting, work.now, actor)
    await work.tell(actor, await meeting_record.for_supplier(work, meeting, made, actor.name), about=made.reference)
    await _tell_organiser(work, meeting, await meeting_record.for_organiser(work, meeting, made, actor.name))


async def dispute(work: Work, actor: Person, press: Press) -> Answer:
    """*Det stämmer inte riktigt* was pressed."""
    meeting = (await theirs(work, actor, Action.CONFIRM_MEETING, press.number(0))).meeting
    if not _holds(meeting, press.number(1)):
        return await _became_of(work, meeting, press.number(1))
    return await forms.begin_about(work, actor, FORM, ShownRevision(meeting.id, meeting.revision))


async def _became_of(work: Work, meeting: Meeting, revision: int) -> Message:
    """What became of the summary of that revision: confirmed, or replaced by a later one further down."""
    who = await facts.confirmed_by(work, meeting)
    if not _holds(meeting, revision) or who is None or meeting.confirmed_at is None:
        is_held = meeting.status is MeetingStatus.HELD
        return Message(SummaryReplaced(await facts.named(work, meeting), is_held))
    on = work.city.today(meeting.confirmed_at)
    return Message(SummaryConfirmed(await facts.summary(work, meeting), who, on))


def _holds(meeting: Meeting, revision: int) -> bool:
    """Whether the summary of that revision still holds."""
    return meeting.status is MeetingStatus.HELD and meeting.revision == revision


async def _show_colleagues(work: Work, meeting: Meeting, *, except_at: int) -> None:
    """Colleagues who were asked too see that it is done; the message that was pressed shows it anyway."""
    confirmed = await _became_of(work, meeting, meeting.revision)
    for row in await summaries.sent(work, meeting, meeting.revision):
        if row.id != except_at:
            await work.edit(row.id, confirmed)


async def _tell_organiser(work: Work, meeting: Meeting, message: Message) -> None:
    organiser = await person.find(work.session, meeting.organised_by)
    await notice.tell(work, organiser, message, about=meeting.reference)


async def _still_holds(work: Work, _actor: Person, shown: ShownRevision, _since: datetime) -> bool:
    return _holds(await work.session.get_one(Meeting, shown.meeting_id), shown.revision)


async def _known(work: Work, _actor: Person, shown: ShownRevision) -> SummaryInDoubt:
    meeting = await work.session.get_one(Meeting, shown.meeting_id)
    organiser = await person.find(work.session, meeting.organised_by)
    today = work.city.today(work.now)
    return SummaryInDoubt(today=today, hours=work.city.hours, name=organiser.name, shown=shown)


def _questions(_answers: Answers, _known: SummaryInDoubt) -> Sequence[Question[SummaryInDoubt]]:
    return (WHAT_IS_WRONG,)


async def _send(work: Work, actor: Person, answers: Answers, known: SummaryInDoubt) -> Message:
    meeting = (await theirs(work, actor, Action.CONFIRM_MEETING, known.shown.meeting_id)).meeting
    revision, until = known.shown.revision, confirmation_waits_until(work.now, work.city.hours)
    if not await outcomes.leave_to_organiser(work.session, meeting.id, revision=revision, now=work.now, until=until):
        return await _became_of(work, meeting, revision)
    objection = given(answers, Objection).text
    await record(work, meeting, LedgerEvent.MEETING_DISPUTED, actor, objection)
    disputed = MeetingDisputed(await facts.named(work, meeting), actor.name, objection)
    await _tell_organiser(work, meeting, Message(disputed, numbered([correct_button(meeting)])))
    return Message(DisputeSent(known.name))


FORM = registered(
    FormAbout(
        name="dispute",
        noun="meeting",
        still_holds=_still_holds,
        version=1,
        about=ShownRevision,
        questions=_questions,
        known=_known,
        send=_send,
    ),
)
