"""*Ställ in*: the meeting does not take place. Nobody is reminded of it, and what it was to fulfil goes on."""

from collections.abc import Sequence

from domain.access import Action
from domain.ledger_event import LedgerEvent
from domain.meeting import FULFILS
from domain.meeting_life import MeetingEvent
from handlers.form import actions as forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import facts, seat, telling
from handlers.meetings.booking import record
from handlers.meetings.card import card
from handlers.meetings.changing import changed, of_meeting, to_change
from handlers.meetings.known import Scheduling
from handlers.meetings.questions import CANCEL_REASON, Asked
from handlers.meetings.seat import Seat
from handlers.obligations import settling
from messages import everyone
from messages.meetings.meeting import MeetingCancelled, MeetingCancelSummary, MeetingNews
from messages.message import Attachment, Message
from storage.meetings.meeting import Meeting
from storage.obligations import obligation
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> None:
    """The button was pressed on a card."""
    found = await to_change(work, actor, press, MeetingEvent.CANCEL)
    if found is not None:
        meeting = found.meeting
        await forms.begin(work, actor, FORM, {"meeting_id": meeting.id, "sequence": meeting.sequence})


def _questions(_answers: Answers, _known: Scheduling) -> Sequence[Asked]:
    return (CANCEL_REASON,)


def _summary(answers: Answers, known: Scheduling, complaint: str) -> MeetingCancelSummary | everyone.NotFound:
    if known.meeting is None:
        return everyone.NotFound()
    return MeetingCancelSummary(known.meeting, answers["reason"], complaint)


async def _send(work: Work, actor: Person, answers: Answers, _known: Scheduling) -> Message:
    found = await seat.seat_in(work, actor, answers["meeting_id"], Action.SCHEDULE_MEETING)
    if found is None:
        return Message(everyone.NotFound())
    values = {
        "remind_at": None,
        "ask_at": None,
        "cancelled_reason": answers["reason"] or None,
    }
    if not await changed(work, found.meeting, MeetingEvent.CANCEL, answers["sequence"], values):
        return await card(work, actor, await seat.again(work, actor, found), MeetingNews.MEANWHILE)
    return await _cancelled(work, actor, await seat.again(work, actor, found), answers["reason"])


async def _cancelled(work: Work, actor: Person, found: Seat, reason: str) -> Message:
    meeting = found.meeting
    await record(work, meeting, LedgerEvent.MEETING_CANCELLED, actor, {"reason": reason})
    await _let_obligation_go_on(work, meeting)
    await _tell(work, actor, meeting, reason)
    return await card(work, actor, found, MeetingNews.CANCELLED)


async def _let_obligation_go_on(work: Work, meeting: Meeting) -> None:
    """The ladder waited for the meeting, and waits no more."""
    kind = FULFILS.get(meeting.kind)
    first = await obligation.first_to_be_done(work.session, meeting.contract_id, kind) if kind else None
    if first is not None:
        await settling.climb_on(work, first)


async def _tell(work: Work, actor: Person, meeting: Meeting, reason: str) -> None:
    waiting = await telling.cancel_waiting(work, meeting)
    said = Message(
        MeetingCancelled(await facts.of_meeting(work, meeting), reason), attachment=Attachment.MEETING_CALENDAR
    )
    for each in await telling.asked(work, meeting):
        if each.id == actor.id:
            await work.tell(actor, said, about=meeting.reference)
        # Whoever has never heard of it need not hear that it is off.
        if each.id != actor.id and not waiting.has_invitation(each):
            due_at = telling.when(work, waiting.earlier(each) or meeting.starts_at)
            await telling.tell(work, each, said, meeting, telling.NEWS, due_at=due_at)


FORM = registered(
    Form(
        name="cancel_meeting",
        version=1,
        questions=_questions,
        known=of_meeting,
        send=_send,
        summary=_summary,
        sends="meeting.cancel",
    )
)
