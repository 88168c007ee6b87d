"""*Kommer*, *Kan inte*, *Föreslå annan tid*, *Någon annan kommer*: the answers of those who are asked to a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.ledger_event import LedgerEvent
from domain.meeting import LONGEST_REASON, MeetingAnswer
from domain.secrecy import FieldPolicy
from handlers.form import actions as forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Option, Question
from handlers.form.typed import LONGEST_LINE, typed_text
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts, inviting, seat
from handlers.meetings.booking import record
from handlers.meetings.card import card
from handlers.meetings.seat import Seat
from handlers.meetings.views import Viewed, answered_buttons
from handlers.people import notice, recipient
from messages.meetings.meeting import MeetingAnswered, MeetingNews
from messages.message import Message
from storage.meetings import answer as meeting_answer
from storage.meetings import meeting as meetings
from storage.people import person
from storage.people.person import Person


@dataclass(frozen=True)
class Said:
    """An answer, with what is told beside it."""

    answer: MeetingAnswer
    news: MeetingNews
    proposal: str = ""
    stand_in: str = ""


COMING = Said(MeetingAnswer.COMING, MeetingNews.COMING)
NOT_COMING = Said(MeetingAnswer.NOT_COMING, MeetingNews.NOT_COMING)


async def come(work: Work, actor: Person, press: Press) -> Answer:
    """*Kommer* was pressed."""
    return await _answer(work, actor, press, COMING)


async def decline(work: Work, actor: Person, press: Press) -> Answer:
    """*Kan inte* was pressed."""
    return await _answer(work, actor, press, NOT_COMING)


async def propose(work: Work, actor: Person, press: Press) -> Answer:
    """*Föreslå annan tid* was pressed."""
    return await _ask(work, actor, press, PROPOSING)


async def name_stand_in(work: Work, actor: Person, press: Press) -> Answer:
    """*Någon annan kommer* was pressed."""
    return await _ask(work, actor, press, STANDING_IN)


async def _answer(work: Work, actor: Person, press: Press, said: Said) -> Message:
    found = await seat.theirs(work, actor, press.number(0))
    if not _is_open(work, actor, found, press.number(1)):
        # Somebody who only looks, or an old button of a meeting that is another now: this is how it stands.
        return await card(work, actor, found, _changed(found, press.number(1)))
    return await _answered(work, actor, found, said)


async def _answered(work: Work, actor: Person, found: Seat, said: Said) -> Message:
    """Record it and tell whoever has called the meeting; the card as it is then."""
    attendee, holder = found.attendee, found.holder
    if attendee is None or holder is None:
        raise NotTheirsError
    is_new = await meeting_answer.record(
        work.session, found.meeting, attendee.person_id, said.answer, now=work.now, proposal=said.proposal or None
    )
    now = await seat.again(work, actor, found)
    if is_new or said.stand_in:
        told = {"answer": said.answer, "proposal": said.proposal, "stand_in": said.stand_in, "for": holder.id}
        await record(work, now.meeting, LedgerEvent.MEETING_ANSWERED, actor, told)
        await _tell_organiser(work, actor, now, holder, said)
    return await card(work, actor, now, _changed(now, found.meeting.sequence) or said.news)


async def _tell_organiser(work: Work, actor: Person, found: Seat, holder: Person, said: Said) -> None:
    meeting = found.meeting
    answered = MeetingAnswered(
        await facts.of_meeting(work, meeting),
        actor.name,
        on_behalf_of="" if holder.id == actor.id else holder.name,
        answer=said.answer,
        proposal=said.proposal,
        stand_in=said.stand_in,
    )
    organiser = await person.find(work.session, meeting.organised_by)
    await notice.tell(work, organiser, Message(answered, answered_buttons(meeting)), about=meeting.reference)


def _is_open(work: Work, actor: Person, found: Seat, sequence: int) -> bool:
    return Viewed(found, actor, work.now).is_asked and found.meeting.sequence == sequence


def _changed(found: Seat, sequence: int) -> MeetingNews | None:
    return MeetingNews.MEANWHILE if found.meeting.sequence != sequence else None


async def _ask(work: Work, actor: Person, press: Press, form: Form[Any]) -> Answer:
    found = await seat.theirs(work, actor, press.number(0))
    if not _is_open(work, actor, found, press.number(1)):
        return await card(work, actor, found, _changed(found, press.number(1)))
    meeting = found.meeting
    return await forms.begin(work, actor, form, {"meeting_id": meeting.id, "sequence": meeting.sequence})


async def _send(work: Work, actor: Person, answers: Answers, said: Said) -> Message:
    found = await seat.theirs(work, actor, answers["meeting_id"])
    if not _is_open(work, actor, found, answers["sequence"]):
        return await card(work, actor, found, MeetingNews.MEANWHILE)
    return await _answered(work, actor, found, said)


async def _known(work: Work, _actor: Person, _answers: Answers) -> Known:
    return Known(recipient.today(work), work.city.hours)


@dataclass(frozen=True)
class StandingIn(Known):
    """Who could come instead: colleagues who are not asked already, by id and name."""

    colleagues: tuple[tuple[int, str], ...] = ()


async def _colleagues(work: Work, actor: Person, answers: Answers) -> StandingIn:
    found = await seat.seat_in(work, actor, answers.get("meeting_id", 0))
    if found is None or found.holder is None:
        return StandingIn(recipient.today(work), work.city.hours)
    asked = {each.id for _, each in await meetings.attendees(work.session, found.meeting.id)}
    others = await person.colleagues(work.session, found.holder)
    names = tuple((each.id, each.name) for each in others if each.id not in asked)
    return StandingIn(recipient.today(work), work.city.hours, colleagues=names)


def _stand_ins(_answers: Answers, known: StandingIn) -> Sequence[Option]:
    return [Option(colleague_id, text=name) for colleague_id, name in known.colleagues]


async def _propose(work: Work, actor: Person, answers: Answers, _known: Known) -> Message:
    said = Said(MeetingAnswer.OTHER_TIME, MeetingNews.OTHER_TIME, proposal=answers["proposal"])
    return await _send(work, actor, answers, said)


async def _stand_in(work: Work, actor: Person, answers: Answers, known: StandingIn) -> Message:
    chosen = dict(known.colleagues).get(answers["stand_in"]) if isinstance(answers["stand_in"], int) else None
    said = Said(MeetingAnswer.NOT_COMING, MeetingNews.STAND_IN, stand_in=chosen or str(answers["stand_in"]))
    ending = await _send(work, actor, answers, said)
    found = await seat.seat_in(work, actor, answers["meeting_id"])
    # Asked like everyone else, if the meeting is still as it was shown.
    if chosen is None or found is None or not _is_open(work, actor, found, answers["sequence"]):
        return ending
    colleague = await person.find(work.session, answers["stand_in"])
    if await meeting_answer.ask(work.session, found.meeting.id, colleague.id):
        await inviting.invite(work, found.meeting, [colleague])
    return await card(work, actor, found, said.news)


PROPOSAL = Question[Known]("meeting_proposal", "proposal", read=typed_text(LONGEST_REASON), policy=FieldPolicy.RELAYED)
INSTEAD = Question[StandingIn](
    "meeting_stand_in", "stand_in", _stand_ins, typed_text(LONGEST_LINE), policy=FieldPolicy.NAME
)

PROPOSING = registered(
    Form(
        name="propose_meeting_time",
        version=1,
        questions=lambda _answers, _known: (PROPOSAL,),
        known=_known,
        send=_propose,
    )
)
STANDING_IN = registered(
    Form(
        name="meeting_stand_in",
        version=1,
        questions=lambda _answers, _known: (INSTEAD,),
        known=_colleagues,
        send=_stand_in,
    )
)
