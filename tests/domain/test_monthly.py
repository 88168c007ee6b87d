from datetime import date

import pytest

from domain.monthly import monthly_of, next_monthly
from tests.domain.hours import HOURS, at


@pytest.mark.parametrize(
    ("day", "goes", "told"),
    [
        (date(2026, 12, 24), "2026-12-01 08:00", date(2026, 11, 1)),
        (date(2026, 11, 2), "2026-11-02 08:00", date(2026, 10, 1)),  # the first is a Sunday
        (date(2027, 1, 31), "2027-01-04 08:00", date(2026, 12, 1)),  # over a holiday and a weekend
    ],
)
def test_the_letter_goes_on_the_first_working_day_and_tells_of_the_month_before(
    day: date, goes: str, told: date
) -> None:
    letter = monthly_of(day, HOURS)
    assert (letter.goes_at, letter.told) == (at(goes), told)
    assert letter.told_until <= letter.goes_at < letter.over_at
    assert HOURS.local(letter.told_from).date() == told


@pytest.mark.parametrize(
    ("now", "goes"), [("2026-12-01 07:59", "2026-12-01 08:00"), ("2026-12-01 08:00", "2027-01-04 08:00")]
)
def test_the_next_letter_is_this_months_until_it_has_gone(now: str, goes: str) -> None:
    assert next_monthly(at(now), HOURS) == at(goes)
