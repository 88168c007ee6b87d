"""A broadcast: what the city tells many suppliers at once, of which they needn't hear."""

from enum import StrEnum

LONGEST_BROADCAST = 1_000
"""Characters, a screen of a phone: who writes sees both languages in one message, and Telegram takes 4,096 in all."""


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
