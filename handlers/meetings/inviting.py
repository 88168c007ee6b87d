"""Invite people to a meeting: what, when, where, with whom, a file for their calendar, and three answers."""

from collections.abc import Sequence

from handlers.handling.work import Work
from handlers.meetings import facts, telling
from handlers.meetings.views import invitation_buttons
from messages.meetings.meeting import MeetingCalendar, MeetingInvited
from messages.message import Attachment, Message
from storage.meetings.meeting import Meeting
from storage.people.person import Person


async def invite(work: Work, meeting: Meeting, people: Sequence[Person]) -> None:
    """Invite them, now, silently outside working hours; who has called the meeting is not invited to it."""
    invited = MeetingInvited(await facts.in_full(work, meeting))
    said = Message(invited, invitation_buttons(meeting), attachment=Attachment.MEETING_CALENDAR)
    for each in people:
        await telling.tell(work, each, said, meeting, telling.INVITATION)


async def tell_own_calendar(work: Work, organiser: Person, meeting: Meeting) -> None:
    """The organiser's own file, in the chat in which they have just settled the meeting."""
    said = Message(MeetingCalendar(await facts.in_full(work, meeting)), attachment=Attachment.MEETING_CALENDAR)
    await work.tell(organiser, said, about=meeting.reference)
