"""Why places stood empty: what lay with the city is told first, and never counted against who offered them."""

from collections.abc import Iterable, Sequence

from domain.frozen import frozen
from domain.slot import EmptyReason

_CITYS_OWN = (None, EmptyReason.NOBODY_FITTING)
"""Nobody has said why, or the city had nobody for it; the others lie in what was offered, or with the supplier."""


@frozen
class EmptyPlaces:
    """Places in which nobody began before their time was over.

    Attributes:
        reason: Why, as the city says; None where nobody has said.
        was_taken: A matcher had them; else nobody ever took them, which is the city's own reason whatever else is said.
        places: How many.
    """

    reason: EmptyReason | None
    was_taken: bool
    places: int

    @property
    def is_citys_own(self) -> bool:
        """Whether it lay with the city: it never took them, found nobody, or did not say why."""
        return self.reason is not EmptyReason.PAUSED and (not self.was_taken or self.reason in _CITYS_OWN)


def citys_own_first(empty: Iterable[EmptyPlaces]) -> Sequence[EmptyPlaces]:
    """In the order in which they are told: the city's own reasons first, each part by how many places it is."""
    return sorted(empty, key=lambda each: (not each.is_citys_own, -each.places, each.reason or "", each.was_taken))
