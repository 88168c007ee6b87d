"""Whether a supplier may be named in what the city shows of its results, and tells other suppliers."""

from datetime import timedelta
from enum import StrEnum


class Naming(StrEnum):
    """What a supplier says to it."""

    WITH_COUNTS = "with_counts"
    """By name, with how many places of each kind it has given."""
    BY_NAME = "by_name"
    """By name, among those who have given a kind of place."""
    NOT = "not"


ASKED_AGAIN_AFTER = timedelta(days=365)
"""Whoever has not answered is asked once a year at most; an answer stands until the supplier changes it."""
