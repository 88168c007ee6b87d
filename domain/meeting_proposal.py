"""Proposals of another time wait for the city: when whoever is to answer is reminded of that."""

from datetime import datetime

from domain.working_hours import WorkingHours

FIRST_AFTER, THEN_EACH = 2, 5
"""Working days until a proposal that nobody has answered is brought to mind, and from then on between two times."""


def reminded_at(now: datetime, hours: WorkingHours, *, is_first: bool) -> datetime:
    """When a proposal that waits from now on is brought to mind: first soon, then each week."""
    days = FIRST_AFTER if is_first else THEN_EACH
    return hours.opening_on(hours.working_days_from(hours.local(now).date(), days))
