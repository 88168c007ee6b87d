"""Whose turn it is about an offer: the right answer of every combination, written by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from domain.offer_step import OfferStep
from domain.slot import SlotStatus
from domain.turn.offer import OfferFacts, turn_of
from domain.turn.turn import Side
from tests.each import each

OPEN, PAUSED, RESERVED = SlotStatus.OPEN, SlotStatus.PAUSED, SlotStatus.RESERVED
EXPIRED = SlotStatus.EXPIRED
SUPPLIER, MATCHER, COORDINATOR, NOBODY = Side.SUPPLIER, Side.MATCHER, Side.COORDINATOR, Side.NOBODY

YES, NO, ANY = (True,), (False,), (True, False)
ASKED = (None, *OfferStep)
NEXT_ON = date(2026, 12, 14)


def but(*those: OfferStep | None) -> tuple[OfferStep | None, ...]:
    return tuple(step for step in ASKED if step not in those)


STILL, FIND = (OfferStep.STILL,), (OfferStep.COORDINATOR,)
OVER_HOLDER, OVER_HELD = (OfferStep.OVER_HOLDER,), (OfferStep.OVER_HELD,)
TOLD = (OfferStep.UNKNOWN, OfferStep.RENEWED)

# status, what was asked; whether it is a visit or a lecture, its day is over, somebody has begun, a matcher has or had
# it, the reason is known; whose turn it is
TABLE = [
    (OPEN, but(OfferStep.STILL, OfferStep.COORDINATOR), ANY, NO, ANY, ANY, ANY, MATCHER),
    (OPEN, FIND, ANY, NO, ANY, ANY, ANY, COORDINATOR),
    (OPEN, STILL, ANY, NO, ANY, ANY, ANY, SUPPLIER),
    (OPEN, ASKED, ANY, YES, ANY, ANY, ANY, NOBODY),
    (PAUSED, but(OfferStep.STILL), ANY, NO, ANY, ANY, ANY, NOBODY),
    (PAUSED, STILL, ANY, NO, ANY, ANY, ANY, SUPPLIER),
    (PAUSED, ASKED, ANY, YES, ANY, ANY, ANY, NOBODY),
    (RESERVED, but(OfferStep.OVER_HELD), YES, YES, ANY, ANY, ANY, MATCHER),
    (RESERVED, OVER_HELD, YES, YES, ANY, ANY, ANY, COORDINATOR),
    (RESERVED, ASKED, NO, YES, ANY, ANY, ANY, NOBODY),
    (RESERVED, ASKED, ANY, NO, YES, ANY, ANY, MATCHER),
    (RESERVED, but(OfferStep.STILL, OfferStep.OVER_HOLDER), ANY, NO, NO, ANY, ANY, MATCHER),
    (RESERVED, OVER_HOLDER, ANY, NO, NO, ANY, ANY, COORDINATOR),
    (RESERVED, STILL, ANY, NO, NO, ANY, ANY, SUPPLIER),
    (EXPIRED, ASKED, ANY, ANY, ANY, ANY, YES, NOBODY),
    (EXPIRED, TOLD, ANY, ANY, ANY, ANY, NO, NOBODY),
    (EXPIRED, but(*TOLD), ANY, ANY, ANY, YES, NO, MATCHER),
    (EXPIRED, but(*TOLD), ANY, ANY, ANY, NO, NO, COORDINATOR),
    (SlotStatus.WITHDRAWN, ASKED, ANY, ANY, ANY, ANY, ANY, NOBODY),
    (SlotStatus.FILLED, ASKED, ANY, ANY, ANY, ANY, ANY, NOBODY),
    (SlotStatus.CLOSED, ASKED, ANY, ANY, ANY, ANY, ANY, NOBODY),
]


def listed() -> Iterator[tuple[OfferFacts, Side]]:
    for status, asked, visit, past, begun, holder, reason, side in TABLE:
        for told in product(asked, visit, past, begun, holder, reason):
            yield OfferFacts(status, *told, next_on=NEXT_ON), side


def test_every_combination_is_listed_once() -> None:
    found = [facts for facts, _ in listed()]
    everything = {
        replace(OfferFacts(*told), next_on=NEXT_ON) for told in product(SlotStatus, ASKED, ANY, ANY, ANY, ANY, ANY)
    }
    assert len(found) == len(set(found))
    assert set(found) == everything


def test_it_is_the_turn_of_whom_the_table_says(subtests: pytest.Subtests) -> None:
    for facts, side in listed():
        with each(subtests, str(facts)):
            assert turn_of(facts).side is side


def test_what_rests_says_until_when() -> None:
    resting = OfferFacts(SlotStatus.PAUSED, next_on=NEXT_ON)
    assert turn_of(resting).until == NEXT_ON
