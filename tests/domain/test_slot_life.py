from itertools import product

import pytest

from domain.slot import SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent

OPEN, RESERVED, PAUSED = SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.PAUSED
WITHDRAWN, FILLED, CLOSED = SlotStatus.WITHDRAWN, SlotStatus.FILLED, SlotStatus.CLOSED

LISTED = {
    (OPEN, SlotEvent.ASK): OPEN,
    (RESERVED, SlotEvent.ASK): RESERVED,
    (PAUSED, SlotEvent.ASK): PAUSED,
    (OPEN, SlotEvent.CLAIM): RESERVED,
    (OPEN, SlotEvent.PAUSE): PAUSED,
    (OPEN, SlotEvent.CHANGE): OPEN,
    (OPEN, SlotEvent.WITHDRAW): WITHDRAWN,
    (RESERVED, SlotEvent.RELEASE): OPEN,
    (RESERVED, SlotEvent.CHANGE): RESERVED,
    (RESERVED, SlotEvent.WITHDRAW): WITHDRAWN,
    (RESERVED, SlotEvent.START): RESERVED,
    (RESERVED, SlotEvent.FILL): FILLED,
    (FILLED, SlotEvent.UNFILL): RESERVED,
    (PAUSED, SlotEvent.RESUME): OPEN,
    (PAUSED, SlotEvent.CHANGE): PAUSED,
    (PAUSED, SlotEvent.WITHDRAW): WITHDRAWN,
    (FILLED, SlotEvent.CLOSE): CLOSED,
}
"""Everything that can happen to a slot, and where it leads. What isn't listed is refused."""

every_pair = pytest.mark.parametrize(("status", "event"), list(product(SlotStatus, SlotEvent)))


@every_pair
def test_what_is_listed_happens_and_nothing_else(status: SlotStatus, event: SlotEvent) -> None:
    assert SLOT_LIFE.status_after(status, event) is LISTED.get((status, event))


@every_pair
def test_a_guarded_update_asks_for_exactly_the_statuses_in_which_it_can_happen(
    status: SlotStatus, event: SlotEvent
) -> None:
    assert (status in SLOT_LIFE.statuses_before(event)) is ((status, event) in LISTED)


def test_nothing_happens_to_what_is_withdrawn_or_closed() -> None:
    assert not any(SLOT_LIFE.status_after(status, event) for status in (WITHDRAWN, CLOSED) for event in SlotEvent)
