"""When each person is nudged next: in one message, once a week at most, however much there is to tell."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from handlers.handling.work import Work
from storage.obligations import nudge_time
from storage.obligations.nudge_time import NudgeTime

WEEK = timedelta(days=7)


async def plan(work: Work, times: Mapping[int, datetime]) -> None:
    """Nudge each person at their instant, by their id, but not within a week after the last time."""
    for person_id, theirs in (await nudge_time.of_people(work.session, times)).items():
        _bring_forward(theirs, max(times[person_id], a_week_later(work, theirs)))


async def plan_even_within_a_week(work: Work, times: Mapping[int, datetime]) -> None:
    """Nudge each person at their instant, by their id, whenever the last time was."""
    for person_id, theirs in (await nudge_time.of_people(work.session, times)).items():
        _bring_forward(theirs, times[person_id])


def a_week_later(work: Work, theirs: NudgeTime) -> datetime:
    """The first opening a week after the last nudge; now for somebody who never had one."""
    if theirs.sent_at is None:
        return work.now
    return opening_from(work, theirs.sent_at + WEEK)


def opening_from(work: Work, at: datetime) -> datetime:
    """The opening of that day, or of the first working day after it."""
    hours = work.city.hours
    return hours.opening_on(hours.working_day_from(hours.local(at).date()))


def _bring_forward(theirs: NudgeTime, at: datetime) -> None:
    """What is planned earlier stays: the message tells of everything anyway."""
    theirs.due_at = at if theirs.due_at is None else min(theirs.due_at, at)
