"""See to it that a proposal of another time is answered: whoever is to answer it is reminded, and nobody else."""

from domain.meeting import MeetingAnswer, MeetingKind
from domain.meeting_proposal import reminded_at
from domain.obligation import TO_BE_DONE
from domain.turn import meeting as rule
from domain.turn.meeting import Hour, SupplierAnswer
from domain.turn.turn import Side
from handlers.handling.work import Work
from handlers.meetings import facts, proposed, turn
from handlers.meetings.views import other_time_buttons
from handlers.people import notice
from messages.meetings.meeting import MeetingAnswered
from messages.message import Message
from storage.meetings import answer as meeting_answer
from storage.meetings import meeting as meetings
from storage.meetings import under_contract
from storage.meetings.meeting import Meeting
from storage.obligations import proposal_reminder
from storage.obligations.obligation import Obligation
from storage.people import person

AT_ONCE = 20


async def remind_coordinators(work: Work) -> bool:
    """Bring to mind what suppliers have proposed for meetings that are due; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await proposal_reminder.due(work.session, now=work.now, at_most=AT_ONCE)
    for each in due:
        if await _waits(work, each):
            await proposed.tell(work, each, is_again=True)
        else:
            await proposal_reminder.remind(work.session, each.id, at=None)
    return len(due) == AT_ONCE


async def remind_organisers(work: Work) -> bool:
    """Bring to mind that somebody would like another time for a meeting; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await meeting_answer.other_times_due(work.session, now=work.now, at_most=AT_ONCE)
    for meeting in due:
        at = reminded_at(work.now, work.city.hours, is_first=False) if await _is_told(work, meeting) else None
        await meeting_answer.remind_of_other_time(work.session, meeting.id, at=at)
    return len(due) == AT_ONCE


async def _waits(work: Work, due: Obligation) -> bool:
    """Whether the proposal is still to be answered."""
    if due.proposed is None or due.status not in TO_BE_DONE:
        return False
    kind = MeetingKind(due.kind.value)
    return await under_contract.next_planned(work.session, due.contract_id, now=work.now, kind=kind) is None


async def _is_told(work: Work, meeting: Meeting) -> bool:
    """Remind the organiser, if it is their turn because of that; False where it is not."""
    now = await turn.facts_of(work, meeting)
    is_wished = now.hour is Hour.BEFORE and now.answer is SupplierAnswer.OTHER_TIME
    if not is_wished or rule.turn_of(now).side is not Side.COORDINATOR:
        return False
    organiser = await person.find(work.session, meeting.organised_by)
    told = await facts.in_full(work, meeting)
    for attendee, each in await meetings.attendees(work.session, meeting.id):
        if attendee.answer is MeetingAnswer.OTHER_TIME:
            said = MeetingAnswered(told, each.name, "", attendee.answer, attendee.proposal or "", "", is_again=True)
            await notice.tell(
                work, organiser, Message(said, other_time_buttons(meeting, attendee)), about=meeting.reference
            )
    return True
