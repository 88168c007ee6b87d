"""When the clock comes to a placement next."""

from datetime import datetime

from domain.placement_step import TimedPlacement, next_step
from handlers.handling.work import Work


def next_at(work: Work, placement: TimedPlacement) -> datetime | None:
    """When the clock comes to it next, once it stands so; None where it never does."""
    due = next_step(placement, work.now, work.city.hours)
    return due.at if due is not None else None
