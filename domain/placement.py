"""Placements: one resident in one slot, known here by a code alone. A start counts once both sides have said it."""

from enum import StrEnum

from domain.slot import SlotKind


class PlacementStatus(StrEnum):
    """How far a placement has come."""

    PROPOSED = "proposed"
    """A matcher has somebody in mind; the supplier has not answered yet."""
    INTERESTED = "interested"
    """The supplier wants to meet."""
    DECLINED = "declined"
    """The supplier says that it does not suit."""
    WITHDRAWN = "withdrawn"
    """The matcher says that nothing came of it."""
    INTRODUCED = "introduced"
    """They have met, outside the bot."""
    AGREED = "agreed"
    """A first day is agreed."""
    STARTED = "started"
    """The matcher says that somebody has begun."""
    CONFIRMED = "confirmed"
    """The supplier says so too, or a coordinator who has heard both."""
    DENIED = "denied"
    """The supplier says that nobody has begun; a coordinator hears both."""
    UNDONE = "undone"
    """The matcher has taken it back, or a coordinator who has heard both says that nobody has begun."""
    ENDING = "ending"
    """One side says that it has ended; the other has not said so yet."""
    COMPLETED = "completed"
    """Both say that it ended as planned."""
    ENDED_EARLY = "ended_early"
    """Both say that it ended before that."""


class EndReason(StrEnum):
    """How a placement ended. Whether what a contract asks for is met may hang on which (see docs/placements.md)."""

    AS_PLANNED = "as_planned"
    HIRED = "hired"
    """The supplier has employed the person itself."""
    OWN_WISH = "own_wish"
    JUST_CAUSE = "just_cause"
    OTHER = "other"

    @property
    def is_early(self) -> bool:
        """Whether it ended before it was planned to."""
        return self not in {EndReason.AS_PLANNED, EndReason.HIRED}


UNDER_WAY = (
    PlacementStatus.PROPOSED,
    PlacementStatus.INTERESTED,
    PlacementStatus.INTRODUCED,
    PlacementStatus.AGREED,
)
"""Somebody is meant for a place, and nobody has begun in it yet."""

HAS_BEGUN = (
    PlacementStatus.CONFIRMED,
    PlacementStatus.ENDING,
    PlacementStatus.COMPLETED,
    PlacementStatus.ENDED_EARLY,
)
"""Both sides have said that somebody has begun, whatever has become of it since: these starts count."""

LIVE = (
    PlacementStatus.STARTED,
    PlacementStatus.CONFIRMED,
    PlacementStatus.ENDING,
    PlacementStatus.COMPLETED,
)
"""These take a place in their slot; a place that was left early can be filled again."""

LISTED = (*UNDER_WAY, PlacementStatus.DECLINED, *LIVE, PlacementStatus.ENDED_EARLY)
"""These are named on their slot's card: those that came to something, and those that can still be thought over."""

FILL_A_PLACE = (PlacementStatus.CONFIRMED, PlacementStatus.ENDING, PlacementStatus.COMPLETED)
"""Of those that take a place, the ones that both sides have said."""

HAS_ENDED = (PlacementStatus.COMPLETED, PlacementStatus.ENDED_EARLY)
"""Both sides have said that it is over."""

BEGIN_WITH_SOMEBODY = (SlotKind.INTERNSHIP, SlotKind.APPRENTICESHIP, SlotKind.EMPLOYMENT, SlotKind.MENTOR)
"""In these a resident begins; a visit or a lecture is held."""

TOWARDS_GOAL = (SlotKind.INTERNSHIP, SlotKind.EMPLOYMENT, SlotKind.APPRENTICESHIP)
"""The kinds that bring a resident into occupation, and so count towards the city's goal: a mentor does not."""
