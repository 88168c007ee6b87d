"""What waits for a meeting: nobody is reminded of a meeting that is planned already."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.meeting import FULFILS
from domain.obligation import MEETINGS
from handlers.handling.work import Work
from storage.meetings import under_contract
from storage.meetings.meeting import Meeting
from storage.obligations.obligation import Obligation

TOLD_WITHIN = timedelta(days=14)
"""So long after a meeting its organiser has to say how it went, before the ladder goes on without that."""


async def meetings_of(work: Work, obligations: Sequence[Obligation]) -> dict[int, Meeting]:
    """The meeting that each waits for, by the obligation's id: the next, or the latest that nobody told of."""
    waiting = [each for each in obligations if each.kind in MEETINGS]
    if not waiting:
        return {}
    planned = await under_contract.planned(
        work.session, {each.contract_id for each in waiting}, since=work.now - TOLD_WITHIN
    )
    found = {each.id: _meeting_of(each, planned, work.now) for each in waiting}
    return {obligation_id: meeting for obligation_id, meeting in found.items() if meeting is not None}


def goes_on_at(work: Work, meeting: Meeting) -> datetime:
    """When the ladder looks again: the working day after the meeting, or when its organiser has had time to tell."""
    hours = work.city.hours
    looked_for = meeting.starts_at if meeting.starts_at > work.now else meeting.starts_at + TOLD_WITHIN
    day = max(hours.local(looked_for).date(), work.city.today(work.now))
    return hours.opening_on(hours.next_working_day(day))


def _meeting_of(obligation: Obligation, planned: Sequence[Meeting], now: datetime) -> Meeting | None:
    under_contract = [each for each in planned if each.contract_id == obligation.contract_id]
    fitting = [each for each in under_contract if FULFILS.get(each.kind) is obligation.kind]
    ahead = [each for each in fitting if each.starts_at > now]
    return next(iter(ahead), None) or next(reversed(fitting), None)
