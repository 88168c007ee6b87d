"""Remind people of meetings: in working hours, each reminder once, and after an outage only the latest."""

from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingAnswer, MeetingStatus
from domain.meeting_reminder import MeetingReminder, looks_ahead_to, reminder_due
from domain.role import Role
from handlers.handling.work import Work
from handlers.meetings import facts, telling
from handlers.meetings.agenda.gathering import gathered
from handlers.meetings.recording import record_told
from handlers.meetings.views import reminder_buttons
from messages.meetings.meeting import MeetingFacts, MeetingReminded, OnAgenda
from messages.message import Message
from storage.meetings import reminder as meeting_reminder
from storage.meetings.meeting import Attendee, Meeting
from storage.outbox import Lane
from storage.people.person import Person

AT_ONCE = 20


async def remind(work: Work) -> bool:
    """Send the reminders whose time has come; says whether there may be more."""
    before = looks_ahead_to(work.now, work.city.hours)
    if before is None:
        return False
    due = await meeting_reminder.to_remind(work.session, before=before, at_most=AT_ONCE)
    for meeting in due:
        await _send_due(work, meeting)
    return len(due) == AT_ONCE


async def _send_due(work: Work, meeting: Meeting) -> None:
    if meeting.status is not MeetingStatus.PLANNED:
        await meeting_reminder.stop(work.session, meeting.id)
        return
    due = reminder_due(meeting.starts_at, MeetingReminder(meeting.reminded), work.now, work.city.hours)
    is_noted = await meeting_reminder.note(work.session, meeting, due.reached, remind_at=due.next_at)
    if is_noted and due.reminder is not None:
        await _remind(work, meeting, due.reminder)


async def _remind(work: Work, meeting: Meeting, reminder: MeetingReminder) -> None:
    told, on_agenda = await facts.in_full(work, meeting), await _on_agenda(work, meeting)
    for attendee, each in await telling.asked(work, meeting):
        if attendee.answer is not MeetingAnswer.NOT_COMING:
            theirs = on_agenda if each.role is Role.SUPPLIER else None
            await _tell(work, meeting, each, _reminded(work, meeting, told, attendee, theirs), reminder)


async def _on_agenda(work: Work, meeting: Meeting) -> OnAgenda | None:
    agenda = await gathered(work, meeting)
    waiting = OnAgenda(len(agenda.for_city), len(agenda.for_supplier))
    return waiting if agenda.for_city or agenda.for_supplier else None


def _reminded(
    work: Work, meeting: Meeting, told: MeetingFacts, attendee: Attendee, on_agenda: OnAgenda | None
) -> Message:
    """With the three answers for one who has not answered yet; who has called the meeting reads who has not."""
    is_today = work.city.today(work.now) == told.starts_at.date()
    is_host = attendee.person_id == meeting.organised_by
    is_asked = attendee.answer is None and not is_host
    buttons = reminder_buttons(meeting, is_asked=is_asked)
    return Message(MeetingReminded(told, is_today, attendee.answer, is_host, on_agenda), buttons)


async def _tell(work: Work, meeting: Meeting, addressee: Person, message: Message, reminder: MeetingReminder) -> None:
    got = await telling.tell(
        work,
        addressee,
        message,
        meeting,
        telling.REMINDER,
        part=reminder.value,
        expires_at=meeting.starts_at,
        lane=Lane.DUTY,
    )
    for person, outbox_id in got:
        await record_told(work, meeting, LedgerEvent.MEETING_REMINDED, person, outbox_id, reminder.name.lower())
