"""What follows from a meeting's time: when it is reminded of, and when it is asked how it went."""

from datetime import datetime, timedelta
from typing import Any

from domain.meeting_reminder import next_moment, reached_at
from handlers.handling.work import Work


def times(work: Work, starts_at: datetime, minutes: int) -> dict[str, Any]:
    """The columns of a meeting at that time. Whoever hears of it now needs no reminder whose time has passed."""
    reached = reached_at(starts_at, work.now, work.city.hours)
    coming = next_moment(starts_at, reached, work.city.hours)
    return {
        "starts_at": starts_at,
        "minutes": minutes,
        "reminded": reached.value,
        "remind_at": coming.at if coming else None,
        "ask_at": starts_at + timedelta(minutes=minutes),
    }
