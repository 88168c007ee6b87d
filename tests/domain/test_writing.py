"""How long people write about an offer: every combination, written by hand."""

from itertools import product

from domain.slot import SlotStatus
from domain.turn.turn import Side
from domain.writing import WritingEnd, WritingFacts, end_of_asking, end_of_writing

OPEN, RESERVED, PAUSED = SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.PAUSED

WRITTEN_ABOUT = {
    # status, a matcher has it, somebody is found, somebody has begun
    (OPEN, False, False, False),
    (OPEN, True, False, False),
    (RESERVED, False, False, False),
    (RESERVED, True, False, False),
    (PAUSED, False, False, False),
    (PAUSED, True, False, False),
}
FOUND = {
    (OPEN, False, True, False),
    (OPEN, True, True, False),
    (RESERVED, False, True, False),
    (RESERVED, True, True, False),
    (PAUSED, False, True, False),
    (PAUSED, True, True, False),
}
OVER = {(SlotStatus.WITHDRAWN, held, found, False) for held, found in product((True, False), repeat=2)}
"""All else is of somebody who has begun."""


def test_nobody_writes_once_somebody_is_found_or_has_begun_or_the_offer_is_gone() -> None:
    for one in product(SlotStatus, *[(True, False)] * 3):
        if one[0] not in {OPEN, RESERVED, PAUSED, SlotStatus.WITHDRAWN, SlotStatus.FILLED, SlotStatus.CLOSED}:
            continue
        end = end_of_writing(WritingFacts(one[0], is_held=one[1], is_found=one[2], has_begun=one[3]))
        right = (
            None
            if one in WRITTEN_ABOUT
            else WritingEnd.FOUND
            if one in FOUND
            else WritingEnd.OVER
            if one in OVER
            else WritingEnd.BEGUN
        )
        assert end is right, one


def test_a_supplier_writes_first_only_where_a_matcher_has_it() -> None:
    unheld = WritingFacts(OPEN, is_held=False, is_found=False, has_begun=False)
    assert end_of_asking(unheld, Side.SUPPLIER) is WritingEnd.NOBODY
    assert end_of_asking(unheld, Side.MATCHER) is None
    gone = WritingFacts(SlotStatus.WITHDRAWN, is_held=False, is_found=False, has_begun=False)
    assert end_of_asking(gone, Side.SUPPLIER) is WritingEnd.OVER
