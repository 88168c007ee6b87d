"""*Ställ in*: the meeting does not take place. Nobody is reminded of it, and what it was to fulfil goes on."""

from collections.abc import Sequence

from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.meeting_life import MeetingEvent
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import changing, facts, fulfilling, telling
from handlers.meetings.card import card
from handlers.meetings.finding import FoundMeeting, refreshed, still_may, theirs
from handlers.meetings.recording import record
from handlers.meetings.scheduling import Scheduling
from handlers.meetings.scheduling_questions import CANCEL_REASON, Asked
from handlers.meetings.shown_meeting import ShownMeeting
from messages import everyone
from messages.meetings.meeting import CancellationChecked, MeetingCancelled, MeetingNews
from messages.message import Attachment, Message
from storage.meetings.meeting import Meeting
from storage.people.person import Person


@frozen
class Cancellation:
    """What is answered: why, or nothing."""

    reason: str


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed on a card."""
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, press.number(0))
    if not found.may_happen(MeetingEvent.CANCEL):
        return await card(work, found, MeetingNews.MEANWHILE)
    return await forms.begin_about(work, actor, FORM, found.shown)


def _questions(_answers: Answers, _known: Scheduling) -> Sequence[Asked]:
    return (CANCEL_REASON,)


def _summary(answers: Answers, known: Scheduling, complaint: str) -> CancellationChecked | everyone.NotFound:
    if known.changed is None:
        return everyone.NotFound()
    return CancellationChecked(known.changed.facts, given(answers, Cancellation).reason, complaint)


async def _send(work: Work, actor: Person, answers: Answers, known: Scheduling) -> Message:
    if known.changed is None:
        raise NotTheirsError
    shown, reason = known.changed.shown, given(answers, Cancellation).reason
    found = await theirs(work, actor, Action.SCHEDULE_MEETING, shown.meeting_id)
    values = dict.fromkeys(("remind_at", "agenda_at", "ask_at", "other_time_at")) | {"cancelled_reason": reason or None}
    if not await changing.is_changed(work, found.meeting, MeetingEvent.CANCEL, shown.sequence, values):
        return await card(work, await refreshed(work, found), MeetingNews.MEANWHILE)
    return await _cancelled(work, await refreshed(work, found), reason)


async def _cancelled(work: Work, found: FoundMeeting, reason: str) -> Message:
    await record(work, found.meeting, LedgerEvent.MEETING_CANCELLED, found.viewer, {"reason": reason})
    await fulfilling.go_on(work, found.meeting)
    await _tell(work, found.viewer, found.meeting, reason)
    return await card(work, found, MeetingNews.CANCELLED)


async def _tell(work: Work, actor: Person, meeting: Meeting, reason: str) -> None:
    untold, told = await telling.cancel_waiting(work, meeting), await facts.in_full(work, meeting)
    for attendee, each in await telling.asked(work, meeting):
        cancelled = MeetingCancelled(told, reason, is_organiser=each.id == meeting.organised_by)
        said = Message(cancelled, attachment=Attachment.MEETING_CALENDAR)
        if each.id == actor.id:
            await work.tell(actor, said, about=meeting.reference)
        # Whoever has never heard of it need not hear that it is off.
        if each.id != actor.id and not untold.has_invitation(each):
            due_at = telling.when(work, untold.earlier(attendee, each) or meeting.starts_at)
            await telling.tell(work, each, said, meeting, telling.NEWS, due_at=due_at)


FORM = registered(
    FormAbout(
        name="cancel_meeting",
        noun="meeting",
        still_holds=still_may(MeetingEvent.CANCEL),
        version=1,
        about=ShownMeeting,
        questions=_questions,
        known=changing.known,
        send=_send,
        summary=_summary,
        sends="meeting.cancel",
    )
)
