"""After a hold the ladder counts on, and no day of the hold is among those that it counts."""

from datetime import date

import pytest

from domain.hold import counted_from
from domain.ladder import USUAL
from domain.obligation import Rung
from tests.domain.hours import HOURS, at

SINCE = at("2026-11-02 09:00")
"""A Monday."""

GOES_ON = date(2026, 11, 23)
"""A Monday three weeks later."""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2026-11-23", "2026-11-23"),  # due on the day itself: not touched
        ("2026-12-07", "2026-12-07"),  # later: not touched
        ("2026-11-20", "2026-11-23"),  # fell due during the hold: due anew on the day it goes on
        ("2026-11-03", "2026-11-23"),
        ("2026-11-02", "2026-11-23"),  # on the day the hold began
        ("2026-10-30", "2026-11-20"),  # one working day late then, and now
        ("2026-10-28", "2026-11-18"),  # three
        ("2026-10-26", "2026-11-16"),  # five: the second contact has heard
        (
            "2026-10-20",
            "2026-11-16",
        ),  # nine: not more than five, so that a week is left
        ("2026-01-15", "2026-11-16"),
    ],
)
def test_of_what_was_late_only_the_days_before_the_hold_count(before: str, after: str) -> None:
    found = counted_from(date.fromisoformat(before), SINCE, GOES_ON, USUAL, HOURS)
    assert found == date.fromisoformat(after)


def test_where_nothing_reaches_the_coordinators_every_day_before_the_hold_counts() -> None:
    days = {Rung.NUDGE: 0, Rung.SECOND_CONTACT: 5}
    assert counted_from(date(2026, 10, 20), SINCE, GOES_ON, days, HOURS) == date(2026, 11, 10)


def test_a_short_ladder_never_reaches_the_coordinators_at_once() -> None:
    days = {Rung.NUDGE: 0, Rung.COORDINATOR: 3}
    assert counted_from(date(2026, 10, 30), SINCE, GOES_ON, days, HOURS) == GOES_ON
