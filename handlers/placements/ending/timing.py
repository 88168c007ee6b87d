"""When the clock comes to a placement's end."""

from dataclasses import replace
from datetime import date, datetime

from domain.placement import PlacementStatus
from domain.placement_end import next_end_step
from domain.placement_step import PlacementStep
from handlers.handling.work import Work
from handlers.placements.ending.finding import Ending


def next_at(
    work: Work,
    ending: Ending,
    *,
    status: PlacementStatus | None = None,
    asked: PlacementStep | None = None,
    last_on: date | None = None,
) -> datetime | None:
    """When the clock comes to it next, once it is in that status and so much was asked; None where it never does."""
    times = replace(
        ending.times, status=status or ending.placement.status, asked=asked, last_on=last_on or ending.last_on
    )
    due = next_end_step(times, work.now, work.city.hours)
    return due.at if due is not None else None
