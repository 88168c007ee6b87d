"""Remind people of meetings: in working hours, each reminder once, and after an outage only the latest."""

from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingAnswer, MeetingStatus
from domain.meeting_reminder import MeetingReminder, looks_ahead_to, turn
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.meetings import facts, telling
from handlers.meetings.views import invitation_buttons, show_button
from messages.meetings.meeting import MeetingFacts, MeetingReminded
from messages.message import Message
from storage.meetings import clock as meeting_clock
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Attendee, Meeting
from storage.outbox import Lane
from storage.people.person import Person

AT_ONCE = 20


async def remind(work: Work) -> bool:
    """Send the reminders whose time has come; says whether there may be more."""
    before = looks_ahead_to(work.now, work.city.hours)
    if before is None:
        return False
    due = await meeting_clock.to_remind(work.session, before=before, at_most=AT_ONCE)
    for meeting in due:
        await _take_turn(work, meeting)
    return len(due) == AT_ONCE


async def _take_turn(work: Work, meeting: Meeting) -> None:
    if meeting.status is not MeetingStatus.PLANNED:
        await meeting_clock.stop_reminding(work.session, meeting.id)
        return
    due = turn(meeting.starts_at, MeetingReminder(meeting.reminded), work.now, work.city.hours)
    is_noted = await meeting_clock.set_reminded(work.session, meeting, due.reached, remind_at=due.next_at)
    if is_noted and due.reminder is not None:
        await _remind(work, meeting, due.reminder)


async def _remind(work: Work, meeting: Meeting, reminder: MeetingReminder) -> None:
    told = await facts.of_meeting(work, meeting)
    still_in = {each.id for each in await telling.asked(work, meeting)}
    for attendee, each in await meetings.attendees(work.session, meeting.id):
        if attendee.answer is not MeetingAnswer.NOT_COMING and each.id in still_in:
            await _tell(work, meeting, told, attendee, each, reminder)


async def _tell(  # noqa: PLR0913, PLR0917  whom, of what, and which reminder
    work: Work, meeting: Meeting, told: MeetingFacts, attendee: Attendee, each: Person, reminder: MeetingReminder
) -> None:
    is_today = work.city.today(work.now) == told.starts_at.date()
    buttons = invitation_buttons(meeting) if attendee.answer is None else numbered([show_button(meeting)])
    got = await telling.tell(
        work,
        each,
        Message(MeetingReminded(told, is_today, attendee.answer), buttons),
        meeting,
        telling.REMINDER,
        part=reminder.value,
        expires_at=meeting.starts_at,
        lane=Lane.DUTY,
    )
    for person, outbox_id in got:
        await work.record(
            LedgerEvent.MEETING_REMINDED,
            recipient=person,
            supplier_id=meeting.supplier_id,
            contract_id=meeting.contract_id,
            about=meeting.reference,
            outbox_id=outbox_id,
            content=reminder.name.lower(),
        )
