"""Whose turn it is about a placement: from a proposal to the end that both sides have said."""

from dataclasses import dataclass
from typing import assert_never

from domain.placement import PlacementStatus
from domain.turn.turn import Side, Turn


@dataclass(frozen=True)
class PlacementFacts:
    """What the rule needs to know of a placement.

    Attributes:
        is_supplier_in_reach: Whether somebody at the supplier can be asked in Steget.
        is_end_suppliers_word: Whether it was the supplier who has said that it has ended.
    """

    status: PlacementStatus
    is_supplier_in_reach: bool
    is_end_suppliers_word: bool = False


def turn_of(placement: PlacementFacts) -> Turn:
    """Whose turn it is: nobody is waited for who was never asked."""
    match placement.status:
        case PlacementStatus.PROPOSED | PlacementStatus.STARTED:
            return Turn(Side.SUPPLIER if placement.is_supplier_in_reach else Side.COORDINATOR)
        case PlacementStatus.ENDING:
            if placement.is_end_suppliers_word:
                return Turn(Side.MATCHER)
            return Turn(Side.SUPPLIER if placement.is_supplier_in_reach else Side.COORDINATOR)
        case PlacementStatus.INTERESTED | PlacementStatus.INTRODUCED | PlacementStatus.AGREED:
            return Turn(Side.MATCHER)
        case PlacementStatus.DENIED:
            return Turn(Side.COORDINATOR)
        case (
            PlacementStatus.DECLINED
            | PlacementStatus.WITHDRAWN
            | PlacementStatus.CONFIRMED
            | PlacementStatus.UNDONE
            | PlacementStatus.COMPLETED
            | PlacementStatus.ENDED_EARLY
        ):
            return Turn(Side.NOBODY)
    assert_never(placement.status)
