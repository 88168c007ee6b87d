"""Placements: one resident in one slot, known here by a code alone. A start counts once both sides have said it."""

from enum import StrEnum

from domain.slot import SlotKind


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


LIVE = (PlacementStatus.STARTED, PlacementStatus.CONFIRMED)
"""These take a place in their slot."""

BEGIN_WITH_SOMEBODY = (SlotKind.INTERNSHIP, SlotKind.APPRENTICESHIP, SlotKind.EMPLOYMENT, SlotKind.MENTOR)
"""In these a resident begins; a visit or a lecture is held."""
