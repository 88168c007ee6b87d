"""Placements: one resident in one slot, known here by a code alone. A start counts once both sides have said it."""

from enum import StrEnum


class PlacementStatus(StrEnum):
    """How far a placement has come."""

    STARTED = "started"
    """The matcher says that somebody has begun."""
    CONFIRMED = "confirmed"
    """The supplier says so too."""
    DENIED = "denied"
    """The supplier says that nobody has begun."""
    UNDONE = "undone"
    """The matcher has taken it back."""
