from itertools import product

from domain.placement import PlacementStatus
from domain.slot import SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent, is_done

OPEN, RESERVED, PAUSED = SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.PAUSED
WITHDRAWN, FILLED, CLOSED = SlotStatus.WITHDRAWN, SlotStatus.FILLED, SlotStatus.CLOSED
EXPIRED = SlotStatus.EXPIRED

LISTED = {
    (OPEN, SlotEvent.ASK): OPEN,
    (RESERVED, SlotEvent.ASK): RESERVED,
    (PAUSED, SlotEvent.ASK): PAUSED,
    (OPEN, SlotEvent.CLAIM): RESERVED,
    (OPEN, SlotEvent.PAUSE): PAUSED,
    (OPEN, SlotEvent.CHANGE): OPEN,
    (OPEN, SlotEvent.ADAPT): OPEN,
    (OPEN, SlotEvent.WITHDRAW): WITHDRAWN,
    (RESERVED, SlotEvent.RELEASE): OPEN,
    (RESERVED, SlotEvent.CHANGE): RESERVED,
    (RESERVED, SlotEvent.ADAPT): RESERVED,
    (RESERVED, SlotEvent.WITHDRAW): WITHDRAWN,
    (RESERVED, SlotEvent.FIND): RESERVED,
    (RESERVED, SlotEvent.UNFIND): RESERVED,
    (RESERVED, SlotEvent.START): RESERVED,
    (RESERVED, SlotEvent.FILL): FILLED,
    (FILLED, SlotEvent.UNFILL): RESERVED,
    (PAUSED, SlotEvent.RESUME): OPEN,
    (PAUSED, SlotEvent.CHANGE): PAUSED,
    (PAUSED, SlotEvent.ADAPT): PAUSED,
    (PAUSED, SlotEvent.WITHDRAW): WITHDRAWN,
    (FILLED, SlotEvent.CLOSE): CLOSED,
    (RESERVED, SlotEvent.CLOSE): CLOSED,
    (RESERVED, SlotEvent.HOLD): CLOSED,
    (RESERVED, SlotEvent.GO_ON): RESERVED,
    (OPEN, SlotEvent.KEEP): OPEN,
    (RESERVED, SlotEvent.KEEP): RESERVED,
    (PAUSED, SlotEvent.KEEP): PAUSED,
    (OPEN, SlotEvent.EXPIRE): EXPIRED,
    (RESERVED, SlotEvent.EXPIRE): EXPIRED,
    (PAUSED, SlotEvent.EXPIRE): EXPIRED,
}
"""Everything that can happen to a slot, and where it leads. What isn't listed is refused."""


def test_what_is_listed_happens_and_nothing_else() -> None:
    happens = {
        (status, event): after
        for status, event in product(SlotStatus, SlotEvent)
        if (after := SLOT_LIFE.status_after(status, event)) is not None
    }
    assert happens == LISTED


def test_a_guarded_update_asks_for_exactly_the_statuses_in_which_it_can_happen() -> None:
    asked_for = {(status, event) for event in SlotEvent for status in SLOT_LIFE.statuses_before(event)}
    assert asked_for == LISTED.keys()


def test_nothing_happens_to_what_is_withdrawn_expired_or_closed() -> None:
    over = (WITHDRAWN, EXPIRED, CLOSED)
    assert not any(SLOT_LIFE.status_after(status, event) for status in over for event in SlotEvent)


def test_a_slot_is_done_once_everyone_in_it_has_ended_and_nobody_else_comes() -> None:
    completed, early = PlacementStatus.COMPLETED, PlacementStatus.ENDED_EARLY
    gone = {PlacementStatus.DECLINED, PlacementStatus.WITHDRAWN, PlacementStatus.UNDONE}
    for status in set(PlacementStatus) - gone - {completed, early}:
        assert not is_done([completed, status], 1, is_over=True), status
    for is_over in (True, False):
        assert not is_done([], 1, is_over=is_over)
        assert not is_done([*gone], 1, is_over=is_over)
        assert is_done([completed, early, *gone], 1, is_over=is_over)
        assert is_done([completed], 2, is_over=is_over) is is_over, "another can come while its time is not over"
        assert is_done([early], 1, is_over=is_over) is is_over
