"""What waits with a supplier's other meetings, and what was agreed last time."""

from domain import agenda as rule
from domain.agenda import Point
from domain.obligation import TO_BE_DONE
from handlers.handling.work import Work
from handlers.meetings import action_list, turn
from handlers.meetings.agenda.naming import Naming
from handlers.meetings.agenda.offered import Points
from handlers.meetings.agenda.promised import rests
from messages.meetings.agenda import ActionFollowed, LastTime, MeetingOn
from storage.meetings import agenda as meeting_agenda
from storage.meetings.meeting import Meeting
from storage.obligations.obligation import Obligation


async def of_meetings(work: Work, meeting: Meeting, naming: Naming) -> Points:
    """Another time that somebody waits for, how a meeting went, and what is written of one."""
    found: Points = []
    since = work.now - rule.LOOKS_BACK
    for each in await meeting_agenda.with_supplier(work.session, meeting.supplier_id, since=since):
        matter = rule.of_meeting(await turn.facts_of(work, each))
        if matter is not None:
            about = naming.meeting(each.contract_id, _on(work, each))
            found.append(Point(matter, about, min(work.city.today(each.starts_at), work.city.today(work.now))))
    return found


async def last_time(work: Work, meeting: Meeting) -> LastTime | None:
    """The last meeting with the supplier, under whichever contract, with what was to be done."""
    held = await meeting_agenda.latest_held(work.session, meeting.supplier_id, before=meeting.starts_at)
    if held is None:
        return None
    agreed, is_at_rest = await action_list.of_meeting(work, held), await rests(work, held.contract_id)
    return LastTime(_on(work, held), tuple(_followed(work, each, is_at_rest=is_at_rest) for each in agreed))


def _followed(work: Work, agreed: Obligation, *, is_at_rest: bool) -> ActionFollowed:
    is_done = agreed.status not in TO_BE_DONE
    is_waited_for = agreed.is_for_city or not is_at_rest
    is_late = not is_done and is_waited_for and agreed.due_on < work.city.today(work.now)
    return ActionFollowed(agreed.title or "", agreed.due_on, agreed.is_for_city, is_done, is_late)


def _on(work: Work, meeting: Meeting) -> MeetingOn:
    return MeetingOn(meeting.kind, work.city.today(meeting.starts_at))
