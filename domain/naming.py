"""Whether a supplier may be named in what the city shows of its results."""

from enum import StrEnum


class Naming(StrEnum):
    """What a supplier says to it."""

    WITH_COUNTS = "with_counts"
    """By name, with how many places of each kind it has given."""
    BY_NAME = "by_name"
    """By name, among those who have given a kind of place."""
    NOT = "not"
