"""Whose turn it is in a meeting: what the rule needs to know of it, looked up."""

from collections.abc import Sequence

from domain.meeting import MeetingAnswer, MeetingStatus
from domain.turn import meeting as rule
from domain.turn.meeting import Hour, MeetingFacts, Summary, SupplierAnswer
from domain.turn.turn import Turn
from handlers.handling.work import Work
from handlers.meetings import summaries
from storage.meetings import meeting as meetings
from storage.meetings.meeting import Attendee, Meeting
from storage.people.person import Person


async def turn_of(work: Work, meeting: Meeting) -> Turn:
    """Whose turn it is."""
    return rule.turn_of(await facts_of(work, meeting))


async def facts_of(work: Work, meeting: Meeting) -> MeetingFacts:
    """What the rule needs to know."""
    return MeetingFacts(
        status=meeting.status,
        on=work.city.today(meeting.starts_at),
        hour=_hour(work, meeting),
        answer=_answer(meeting, await meetings.attendees(work.session, meeting.id)),
        summary=await summary_of(work, meeting),
    )


async def summary_of(work: Work, meeting: Meeting) -> Summary:
    """How the summary stands."""
    if meeting.status is not MeetingStatus.HELD or meeting.agreed is None:
        return Summary.NOT_WRITTEN
    if meeting.confirmed_at is not None:
        return Summary.CONFIRMED
    if meeting.disputed_at is not None:
        return Summary.DISPUTED
    return Summary.SENT if await summaries.at_supplier(work, meeting) else Summary.NOBODY_TO_READ


def _hour(work: Work, meeting: Meeting) -> Hour:
    if work.now < meeting.starts_at:
        return Hour.BEFORE
    return Hour.DURING if work.now < meeting.ends_at else Hour.AFTER


def _answer(meeting: Meeting, asked: Sequence[tuple[Attendee, Person]]) -> SupplierAnswer:
    """What all of the supplier say; another time may be wished for by anybody who is asked."""
    if any(attendee.answer is MeetingAnswer.OTHER_TIME for attendee, _ in asked):
        return SupplierAnswer.OTHER_TIME
    theirs = [attendee for attendee, each in asked if each.supplier_id == meeting.supplier_id and each.ended_at is None]
    if any(each.answer is MeetingAnswer.COMING or each.stand_in for each in theirs):
        return SupplierAnswer.COMING
    if any(each.answer is None for each in theirs):
        return SupplierAnswer.NONE
    return SupplierAnswer.NOT_COMING if theirs else SupplierAnswer.NOT_ASKED
