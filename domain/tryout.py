"""A tryout: something that the city did in another way with some suppliers, to see what comes of it."""

from enum import StrEnum

LONGEST_TRYOUT = 300


class TryoutSort(StrEnum):
    """What was done in another way."""

    WORDING = "wording"
    DAY = "day"
    VISIT = "visit"
    CALL = "call"
    OTHER = "other"
