"""A broadcast: what the city tells many suppliers at once, of which they needn't hear."""

from enum import StrEnum

LONGEST_BROADCAST = 2_000
"""Characters; Telegram takes 4,096, and what stands above and below has to fit too."""


class BroadcastSort(StrEnum):
    """What such a message is."""

    STORY = "story"
    """A good example."""
    INVITATION = "invitation"
    THANKS = "thanks"
    RESULTS = "results"
    """What has come of it in a quarter."""
