"""What moving and cancelling share: what is known before, and the one guarded update that does it."""

from typing import Any

from domain.action import Action
from domain.meeting_life import MeetingEvent
from handlers.handling.work import Work
from handlers.meetings import facts
from handlers.meetings.finding import find
from handlers.meetings.scheduling import MeetingToChange, Scheduling
from handlers.meetings.shown_meeting import ShownMeeting
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Meeting
from storage.people.person import Person


async def known(work: Work, actor: Person, shown: ShownMeeting) -> Scheduling:
    """What is known of the meeting that is to be changed."""
    now = work.city.hours.local(work.now)
    found = await find(work, actor, Action.SCHEDULE_MEETING, shown.meeting_id)
    if found is None:
        return Scheduling(now.date(), work.city.hours, now=now)
    told = await facts.in_full(work, found.meeting, with_proposals=True)
    proposed = "; ".join(f"{each.name}: ”{each.proposal}”" for each in told.proposals)
    changed = MeetingToChange(shown, told)
    return Scheduling(now.date(), work.city.hours, now=now, changed=changed, proposed=proposed)


async def is_changed(work: Work, meeting: Meeting, event: MeetingEvent, sequence: int, values: dict[str, Any]) -> bool:
    """Change the meeting that was shown at that sequence; False where it is another by now, or too late for that."""
    is_in_time = [Meeting.starts_at > work.now] if event is MeetingEvent.CANCEL else []
    return await meetings.let_happen(
        work.session,
        meeting.id,
        event,
        values | {"sequence": Meeting.sequence + 1},
        Meeting.sequence == sequence,
        *is_in_time,
    )
