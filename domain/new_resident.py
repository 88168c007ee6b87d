"""Who counts towards the goal: a resident counts once a year, however many placements they have."""

from collections.abc import Iterable
from datetime import date

from domain.frozen import frozen


@frozen
class ResidentsStart:
    """One of the starts of one resident within a year.

    Attributes:
        placement_id: Which.
        begun_on: The day on which they began.
        is_said_by_both: Matcher and supplier have both said so.
    """

    placement_id: int
    begun_on: date
    is_said_by_both: bool


def counted(starts: Iterable[ResidentsStart]) -> int | None:
    """Of a resident's starts in a year the one by which they count; None where there is none.

    The first; but a start that the supplier has not confirmed stands back behind one that it has, so that whoever has
    begun somewhere counts already.
    """
    first = min(starts, key=lambda each: (not each.is_said_by_both, each.begun_on, each.placement_id), default=None)
    return first.placement_id if first is not None else None
