"""What moving and cancelling share: the meeting that can still be changed, and the one guarded update that does it."""

from typing import Any

from domain.access import Action
from domain.meeting_life import MeetingEvent
from handlers.form.question import Answers
from handlers.handling.work import Work
from handlers.meetings import facts, seat
from handlers.meetings.known import Scheduling
from handlers.meetings.seat import Seat
from handlers.meetings.views import Viewed
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Meeting
from storage.people.person import Person


def may_happen(work: Work, actor: Person, found: Seat, event: MeetingEvent) -> bool:
    """Whether the meeting can still be changed so.

    One that should have begun is not cancelled any more, but it may take place another day instead.
    """
    seen = Viewed(found, actor, work.now)
    return seen.is_ahead or (event is MeetingEvent.MOVE and seen.waits_for_outcome)


async def of_meeting(work: Work, actor: Person, answers: Answers) -> Scheduling:
    """What is known of the meeting that is to be changed."""
    now = work.city.hours.local(work.now)
    found = await seat.seat_in(work, actor, answers.get("meeting_id", 0), Action.SCHEDULE_MEETING)
    told = await facts.of_meeting(work, found.meeting) if found else None
    return Scheduling(now.date(), work.city.hours, now=now, meeting=told)


async def changed(work: Work, meeting: Meeting, event: MeetingEvent, sequence: int, values: dict[str, Any]) -> bool:
    """Change the meeting that was shown at that sequence; False where it is another by now, or too late for that."""
    is_in_time = [Meeting.starts_at > work.now] if event is MeetingEvent.CANCEL else []
    return await meetings.moved(
        work.session,
        meeting.id,
        event,
        values | {"sequence": Meeting.sequence + 1},
        Meeting.sequence == sequence,
        *is_in_time,
    )
