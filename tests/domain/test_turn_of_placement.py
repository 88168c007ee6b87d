"""Whose turn it is about a placement: written down by hand for every combination, compared with the rule."""

from itertools import product

from domain.placement import PlacementStatus
from domain.turn.placement import PlacementFacts, turn_of
from domain.turn.turn import Side

Status = PlacementStatus

TABLE = {
    # how it stands, whether the supplier is in reach, and whether it was the supplier who said that it has ended
    (Status.PROPOSED, True): Side.SUPPLIER,
    (Status.PROPOSED, False): Side.COORDINATOR,
    (Status.INTERESTED, True): Side.MATCHER,
    (Status.INTERESTED, False): Side.MATCHER,
    (Status.DECLINED, True): Side.NOBODY,
    (Status.DECLINED, False): Side.NOBODY,
    (Status.WITHDRAWN, True): Side.NOBODY,
    (Status.WITHDRAWN, False): Side.NOBODY,
    (Status.INTRODUCED, True): Side.MATCHER,
    (Status.INTRODUCED, False): Side.MATCHER,
    (Status.AGREED, True): Side.MATCHER,
    (Status.AGREED, False): Side.MATCHER,
    (Status.STARTED, True): Side.SUPPLIER,
    (Status.STARTED, False): Side.COORDINATOR,
    (Status.CONFIRMED, True): Side.NOBODY,
    (Status.CONFIRMED, False): Side.NOBODY,
    (Status.DENIED, True): Side.COORDINATOR,
    (Status.DENIED, False): Side.COORDINATOR,
    (Status.UNDONE, True): Side.NOBODY,
    (Status.UNDONE, False): Side.NOBODY,
    (Status.ENDING, True): Side.SUPPLIER,
    (Status.ENDING, False): Side.COORDINATOR,
    (Status.COMPLETED, True): Side.NOBODY,
    (Status.COMPLETED, False): Side.NOBODY,
    (Status.ENDED_EARLY, True): Side.NOBODY,
    (Status.ENDED_EARLY, False): Side.NOBODY,
}
"""How it stands, and whether the supplier is in reach, where the matcher has said last how it is."""


def test_the_turn_is_as_written_by_hand() -> None:
    assert {what: turn_of(PlacementFacts(*what)).side for what in product(PlacementStatus, (True, False))} == TABLE


def test_an_end_that_the_supplier_has_said_waits_for_the_matcher_and_nothing_else_changes() -> None:
    told = {
        what: turn_of(PlacementFacts(*what, is_end_suppliers_word=True)).side
        for what in product(PlacementStatus, (True, False))
    }
    assert told == TABLE | {(Status.ENDING, True): Side.MATCHER, (Status.ENDING, False): Side.MATCHER}


def test_from_its_last_day_on_the_supplier_is_to_say_whether_it_has_ended_and_nothing_else_changes() -> None:
    told = {
        what: turn_of(PlacementFacts(*what, is_end_asked=True)).side for what in product(PlacementStatus, (True, False))
    }
    assert told == TABLE | {(Status.CONFIRMED, True): Side.SUPPLIER, (Status.CONFIRMED, False): Side.COORDINATOR}


def test_what_the_two_do_not_agree_on_is_the_coordinators_whoever_has_said_it() -> None:
    for is_suppliers_word in (True, False):
        told = {
            what: turn_of(
                PlacementFacts(*what, is_end_suppliers_word=is_suppliers_word, is_end_with_coordinators=True)
            ).side
            for what in product(PlacementStatus, (True, False))
        }
        theirs = product((Status.CONFIRMED, Status.ENDING), (True, False))
        assert told == TABLE | dict.fromkeys(theirs, Side.COORDINATOR)


def test_what_the_supplier_has_asked_about_a_proposal_waits_for_the_matcher_and_nothing_else_changes() -> None:
    told = {
        what: turn_of(PlacementFacts(*what, awaits_answer=True)).side
        for what in product(PlacementStatus, (True, False))
    }
    assert told == TABLE | {(Status.PROPOSED, True): Side.MATCHER, (Status.PROPOSED, False): Side.MATCHER}
