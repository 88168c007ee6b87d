from datetime import date

import pytest

from domain.quarter import Quarter, quarter_of, quarters_after, told_on


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
    assert told.next.before == told
    assert (told.next.begins_on - told.ends_on).days == 1


def test_a_quarter_ends_with_its_third_month() -> None:
    assert [quarter_of(month) for month in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


def test_those_that_come_go_on_into_the_next_year() -> None:
    coming = quarters_after(date(2026, 9, 30), 3)
    assert coming == [Quarter(2026, 4), Quarter(2027, 1), Quarter(2027, 2)]
