"""Whose turn it is to hear, and when: each person once a week at most, however much there is to tell."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from handlers.handling.work import Work
from storage.obligations import nudge
from storage.obligations.nudge import Nudge

WEEK = timedelta(days=7)


async def give(work: Work, turns: Mapping[int, datetime]) -> None:
    """Let each person hear at their instant, but not within a week after they heard last."""
    for person_id, turn in (await nudge.of_people(work.session, turns)).items():
        at = max(turns[person_id], a_week_later(work, turn))
        turn.due_at = at if turn.due_at is None else min(turn.due_at, at)


async def give_at_once(work: Work, turns: Mapping[int, datetime]) -> None:
    """Let each person hear at their instant, whenever they heard last."""
    for person_id, turn in (await nudge.of_people(work.session, turns)).items():
        at = turns[person_id]
        turn.due_at = at if turn.due_at is None else min(turn.due_at, at)


def a_week_later(work: Work, turn: Nudge) -> datetime:
    """The first opening a week after they heard last; now for who never did."""
    if turn.sent_at is None:
        return work.now
    return opening_from(work, turn.sent_at + WEEK)


def opening_from(work: Work, at: datetime) -> datetime:
    """The opening of that day, or of the first working day after it."""
    hours = work.city.hours
    return hours.opening_on(hours.working_day_from(hours.local(at).date()))
