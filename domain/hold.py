"""A hold: reminders rest, of one contract or of the whole city, and none of that time is counted against anybody."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.obligation import Rung
from domain.working_hours import WorkingHours

AT_LEAST_BEFORE_TOP = 5
"""Working days that a supplier has after a hold, before anything of theirs reaches the coordinators."""


class HoldReason(StrEnum):
    """Why reminders rest."""

    PILOT = "pilot"
    CONFLICT = "conflict"
    SUMMER = "summer"
    OTHER = "other"


def counted_from(
    counted: date, held_since: datetime, goes_on: date, days: Mapping[Rung, int], hours: WorkingHours
) -> date:
    """The day from which the ladder counts after a hold, so that none of its days lies in the hold.

    `counted` is the day from which it counted until then, `goes_on` the working day on which it goes on, `days` its
    steps. What falls due later is not touched; what fell due during the hold is due anew on the day it goes on; of what
    was late before only those earlier days count, and never so many that the coordinators hear of it at once.
    """
    if counted >= goes_on:
        return counted
    top = days.get(Rung.COORDINATOR)
    most = max(0, top - AT_LEAST_BEFORE_TOP) if top is not None else None
    late = _working_days_after(counted, hours.local(held_since).date(), hours)
    return hours.working_days_from(goes_on, -(late if most is None else min(late, most)))


def _working_days_after(day: date, until: date, hours: WorkingHours) -> int:
    """How many working days come after the one, up to and with the other."""
    return sum(hours.is_working_day(day + timedelta(days=each)) for each in range(1, (until - day).days + 1))
