"""Whose turn it is when a matcher has said that somebody has begun."""

from dataclasses import dataclass
from typing import assert_never

from domain.placement import PlacementStatus
from domain.turn.turn import Side, Turn


@dataclass(frozen=True)
class PlacementFacts:
    """What the rule needs to know of a start.

    Attributes:
        is_supplier_in_reach: Whether somebody at the supplier can be asked in Steget.
    """

    status: PlacementStatus
    is_supplier_in_reach: bool


def turn_of(placement: PlacementFacts) -> Turn:
    """Whose turn it is: nobody is waited for who was never asked."""
    match placement.status:
        case PlacementStatus.STARTED:
            return Turn(Side.SUPPLIER if placement.is_supplier_in_reach else Side.COORDINATOR)
        case PlacementStatus.DENIED:
            return Turn(Side.MATCHER)
        case PlacementStatus.CONFIRMED | PlacementStatus.UNDONE:
            return Turn(Side.NOBODY)
    assert_never(placement.status)
