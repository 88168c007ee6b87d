"""After a meeting: when it is asked how it went, what can be told, and how long an answer is waited for."""

from datetime import datetime, timedelta
from enum import StrEnum

from domain.working_hours import WorkingHours

LONGEST_AGREED = 1000
"""Characters, of what was agreed: the summary is one message."""

MOST_ACTIONS = 10
"""Things to do that one meeting can end with."""

CONFIRMED_WITHIN = 5
"""Working days for the supplier to confirm, before it is reminded; and as many again before the organiser hears."""


class MissReason(StrEnum):
    """Why a meeting was not held, as far as anybody wants to tell; nobody is asked to defend it."""

    SUPPLIER_UNABLE = "supplier_unable"
    CITY_UNABLE = "city_unable"
    OTHER_TIME = "other_time"


def next_asking(now: datetime, hours: WorkingHours, *, is_first: bool) -> datetime:
    """When to ask again how a meeting went: the next working day after the first asking, then each week."""
    today = hours.local(now).date()
    day = hours.next_working_day(today) if is_first else hours.working_day_from(today + timedelta(weeks=1))
    return hours.opening_on(day)


def confirmation_waits_until(now: datetime, hours: WorkingHours) -> datetime:
    """Until when a confirmation is waited for."""
    return hours.opening_on(hours.working_days_from(hours.local(now).date(), CONFIRMED_WITHIN))
