"""Why places stood empty: what lay with the city is told first, and never counted against who offered them."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from domain.frozen import frozen
from domain.slot import EmptyReason


class WhyEmpty(StrEnum):
    """Why nobody came to a place, in the order in which it is told: what lay with the city comes first."""

    UNTAKEN = "untaken"
    """No matcher ever took it."""
    NOBODY_FITTING = "nobody_fitting"
    UNKNOWN = "unknown"
    """A matcher had it, and nobody has said why."""
    DISTANCE = "distance"
    LANGUAGE = "language"
    HOURS = "hours"
    LICENCE = "licence"
    OTHER = "other"
    PAUSED = "paused"
    """The supplier had put it on hold."""

    @property
    def is_citys_own(self) -> bool:
        """Whether it lay with the city."""
        return self in {WhyEmpty.UNTAKEN, WhyEmpty.NOBODY_FITTING, WhyEmpty.UNKNOWN}


@frozen
class EmptyPlaces:
    """Places in which nobody began before their time was over.

    Attributes:
        reason: What the city says of why; None where nobody has said.
        was_taken: A matcher had them; else nobody ever took them, which is the city's own reason whatever else is said.
        places: How many.
    """

    reason: EmptyReason | None
    was_taken: bool
    places: int

    @property
    def why(self) -> WhyEmpty:
        """Why: what nobody took is the city's own, whatever else is said."""
        if self.reason is EmptyReason.PAUSED:
            return WhyEmpty.PAUSED
        if not self.was_taken:
            return WhyEmpty.UNTAKEN
        return WhyEmpty.UNKNOWN if self.reason is None else WhyEmpty(self.reason.value)

    @property
    def is_citys_own(self) -> bool:
        """Whether it lay with the city: it never took them, found nobody, or did not say why."""
        return self.why.is_citys_own


def citys_own_first(empty: Iterable[EmptyPlaces]) -> Sequence[EmptyPlaces]:
    """In the order in which they are told: the city's own reasons first, each part by how many places it is."""
    return sorted(empty, key=lambda each: (not each.is_citys_own, -each.places, each.reason or "", each.was_taken))
