from datetime import date

import pytest

from domain.quarter import Quarter, told_on


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 11, 1), Quarter(2026, 4)),
        (date(2026, 10, 31), Quarter(2026, 3)),
        (date(2027, 1, 2), Quarter(2026, 4)),
        (date(2027, 2, 1), Quarter(2027, 1)),
    ],
)
def test_a_quarter_is_told_so_far_and_in_the_month_after_it(day: date, told: Quarter) -> None:
    assert told_on(day) == told
    assert told.begins_on <= day
    assert told.has(told.begins_on.month)
    assert not told.has(told.next.begins_on.month)
