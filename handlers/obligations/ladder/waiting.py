"""What waits for a meeting: nobody is reminded of a meeting that is planned already."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from domain.meeting import FULFILS
from domain.obligation import MEETINGS
from handlers.handling.work import Work
from storage.meetings import under_contract
from storage.meetings.meeting import Meeting
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation

BELONGS_FOR = timedelta(days=60)
"""A meeting that nobody has told of, and that was longer before the day than this, was about an earlier one."""


async def meetings_of(work: Work, found: Sequence[Obligation]) -> dict[int, Meeting]:
    """The meeting that each waits for, by the obligation's id: the next, or the latest that nobody told of."""
    waiting = [each for each in found if each.kind in MEETINGS]
    if not waiting:
        return {}
    since = min(work.now, *(work.city.hours.opening_on(each.due_on) for each in waiting)) - BELONGS_FOR
    planned = await under_contract.planned(work.session, {each.contract_id for each in waiting}, since=since)
    first = await _first_of_each(work, planned)
    theirs = {each.id: _meeting_of(work, each, planned) for each in waiting if each.id in first}
    return {obligation_id: meeting for obligation_id, meeting in theirs.items() if meeting is not None}


async def _first_of_each(work: Work, planned: Sequence[Meeting]) -> set[int]:
    """A meeting is about what is to be done first of its kind; what is due after that waits for another."""
    under = {each.contract_id for each in planned}
    return await obligations.first_of_each(work.session, under, *MEETINGS) if under else set()


def goes_on_at(work: Work, meeting: Meeting | None) -> datetime:
    """When the ladder looks again: the working day after the meeting that is ahead, or after today."""
    today = work.city.today(work.now)
    day = max(work.city.today(meeting.starts_at), today) if meeting is not None else today
    return work.city.hours.opening_on(work.city.hours.next_working_day(day))


def counted_from(work: Work, obligation: Obligation, goes_on: datetime) -> date | None:
    """The day from which the ladder counts then: what waited for somebody else past its day is not late by that."""
    day = work.city.today(goes_on)
    return day if day > obligation.due_on else obligation.counted_from


def _meeting_of(work: Work, obligation: Obligation, planned: Sequence[Meeting]) -> Meeting | None:
    under_contract = [each for each in planned if each.contract_id == obligation.contract_id]
    fitting = [each for each in under_contract if FULFILS.get(each.kind) is obligation.kind]
    ahead = [each for each in fitting if each.starts_at > work.now]
    earliest = min(work.now, work.city.hours.opening_on(obligation.due_on)) - BELONGS_FOR
    passed = [each for each in fitting if earliest < each.starts_at <= work.now]
    return next(iter(ahead), None) or next(reversed(passed), None)
