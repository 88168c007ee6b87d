"""Whose turn it is after somebody has begun: written down by hand for every combination, compared with the rule."""

from itertools import product

from domain.placement import PlacementStatus
from domain.turn.placement import PlacementFacts, turn_of
from domain.turn.turn import Side

STARTED, CONFIRMED, DENIED, UNDONE = (
    PlacementStatus.STARTED,
    PlacementStatus.CONFIRMED,
    PlacementStatus.DENIED,
    PlacementStatus.UNDONE,
)

TABLE = {
    # how the start stands, and whether the supplier is in reach
    (STARTED, True): Side.SUPPLIER,
    (STARTED, False): Side.COORDINATOR,
    (CONFIRMED, True): Side.NOBODY,
    (CONFIRMED, False): Side.NOBODY,
    (DENIED, True): Side.MATCHER,
    (DENIED, False): Side.MATCHER,
    (UNDONE, True): Side.NOBODY,
    (UNDONE, False): Side.NOBODY,
}


def test_the_turn_after_a_start_is_as_written_by_hand() -> None:
    assert {what: turn_of(PlacementFacts(*what)).side for what in product(PlacementStatus, (True, False))} == TABLE
