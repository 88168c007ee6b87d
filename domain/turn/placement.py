"""Whose turn it is about a placement: from a proposal to the end that both sides have said."""

from typing import assert_never

from domain.frozen import frozen
from domain.placement import PlacementStatus
from domain.turn.turn import Side, Turn


@frozen
class PlacementFacts:
    """What the rule needs to know of a placement.

    Attributes:
        is_supplier_in_reach: Whether somebody at the supplier can be asked in Steget.
        awaits_answer: Whether the supplier has asked something that the matcher has not answered.
        is_end_suppliers_word: Whether it was the supplier who has said that it has ended.
        is_end_asked: Whether its last day has come, and the supplier was asked whether it has ended.
        is_end_with_coordinators: Whether both sides have said otherwise, or one of them nothing for too long.
    """

    status: PlacementStatus
    is_supplier_in_reach: bool
    is_end_suppliers_word: bool = False
    is_end_asked: bool = False
    is_end_with_coordinators: bool = False
    awaits_answer: bool = False


def turn_of(placement: PlacementFacts) -> Turn:
    """Whose turn it is: nobody is waited for who was never asked."""
    match placement.status:
        case PlacementStatus.PROPOSED if placement.awaits_answer:
            return Turn(Side.MATCHER)
        case PlacementStatus.PROPOSED | PlacementStatus.STARTED:
            return Turn(Side.SUPPLIER if placement.is_supplier_in_reach else Side.COORDINATOR)
        case PlacementStatus.ENDING | PlacementStatus.CONFIRMED:
            return _turn_to_say_the_end(placement)
        case PlacementStatus.INTERESTED | PlacementStatus.INTRODUCED | PlacementStatus.AGREED:
            return Turn(Side.MATCHER)
        case PlacementStatus.DENIED:
            return Turn(Side.COORDINATOR)
        case (
            PlacementStatus.DECLINED
            | PlacementStatus.WITHDRAWN
            | PlacementStatus.UNDONE
            | PlacementStatus.COMPLETED
            | PlacementStatus.ENDED_EARLY
        ):
            return Turn(Side.NOBODY)
    assert_never(placement.status)


def _turn_to_say_the_end(placement: PlacementFacts) -> Turn:
    """The supplier is asked first, then whoever has not said it; what they can't settle is the coordinators'."""
    if placement.is_end_with_coordinators:
        return Turn(Side.COORDINATOR)
    if placement.status is PlacementStatus.CONFIRMED and not placement.is_end_asked:
        return Turn(Side.NOBODY)
    if placement.status is PlacementStatus.ENDING and placement.is_end_suppliers_word:
        return Turn(Side.MATCHER)
    return Turn(Side.SUPPLIER if placement.is_supplier_in_reach else Side.COORDINATOR)
