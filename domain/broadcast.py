"""A broadcast: what the city tells many suppliers at once, of which they needn't hear."""

from datetime import datetime, timedelta
from enum import StrEnum

from domain.working_hours import WorkingHours

LONGEST_BROADCAST = 1_000
"""Characters, a screen of a phone: who writes sees both languages in one message, and Telegram takes 4,096 in all."""

BEGUN_WITHIN = timedelta(minutes=5)
"""So soon after *Send* the clock has come to it, unless nothing runs; later it would surprise whoever is at home."""


class BroadcastSort(StrEnum):
    """What such a message is."""

    STORY = "story"
    """A good example."""
    INVITATION = "invitation"
    THANKS = "thanks"
    RESULTS = "results"
    """What has come of it in a quarter."""


class BroadcastState(StrEnum):
    """How far a broadcast has come."""

    DRAFT = "draft"
    """It goes to nobody before somebody presses *Send*."""
    UNDER_WAY = "under_way"
    """It is not queued for all of them yet."""
    QUEUED = "queued"
    """It is, and goes as fast as it may."""
    STOPPED = "stopped"


ALL_QUARTERS = 4
"""A broadcast is through."""


def quarters(through: int, waiting: int) -> int:
    """How many quarters of its receivers it is through with: the steps in which its writer sees it go."""
    return ALL_QUARTERS * through // (through + waiting) if waiting else ALL_QUARTERS


def goes_at(let_go_at: datetime, now: datetime, hours: WorkingHours) -> datetime:
    """When a broadcast begins to go: now in working hours, else at the next opening.

    What is let go in them goes at once, as its writer has read, also where they end before the clock comes to it.
    """
    is_just_let_go = hours.is_open(let_go_at) and now < let_go_at + BEGUN_WITHIN
    return now if is_just_let_go else hours.open_from(now)
