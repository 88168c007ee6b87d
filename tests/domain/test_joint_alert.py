"""When another offer is edited into an alert: a table written by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.joint_alert import MOST_TOGETHER, AlertSoFar
from domain.slot import SlotStatus
from tests.each import each

SAID = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
OPEN, TAKEN, GONE, HELD = SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.WITHDRAWN, SlotStatus.PAUSED

TABLE = (
    # what it is, minutes since it was said, is it lost, how its offers stand, has the reader claimed from it, one more?
    ("at once", 0, False, [OPEN], False, True),
    ("just within ten minutes", 9.9, False, [OPEN], False, True),
    ("after ten minutes", 10, False, [OPEN], False, False),
    ("nobody will see it", 1, True, [OPEN], False, False),
    ("another matcher has the only one", 1, False, [TAKEN], False, False),
    ("the reader has the only one", 1, False, [TAKEN], True, False),
    ("the reader has one of two", 1, False, [TAKEN, OPEN], True, False),
    ("another matcher has one of two", 1, False, [TAKEN, OPEN], False, True),
    ("the only one is taken back", 1, False, [GONE], False, False),
    ("the only one is on hold", 1, False, [HELD], False, False),
    ("one is taken back, one is open", 1, False, [GONE, OPEN], False, True),
    ("all are gone", 1, False, [GONE, TAKEN, HELD], False, False),
    ("it is nearly full", 1, False, [OPEN] * (MOST_TOGETHER - 1), False, True),
    ("it is full", 1, False, [OPEN] * MOST_TOGETHER, False, False),
)


def test_an_offer_is_edited_into_an_alert_that_its_reader_still_has_to_do_with(subtests: pytest.Subtests) -> None:
    for name, minutes, is_lost, statuses, is_claimed_from, takes_more in TABLE:
        with each(subtests, name):
            alert = AlertSoFar(SAID, is_lost, statuses, is_claimed_from)
            assert alert.takes_more(now=SAID + timedelta(minutes=minutes)) is takes_more
