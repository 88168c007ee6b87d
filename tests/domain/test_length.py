from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.length import end_after_months, end_after_weeks, understood_length

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("8 veckor", date(2027, 1, 24)),
        ("8v", date(2027, 1, 24)),
        ("1 vecka", date(2026, 12, 6)),
        ("8 weeks", date(2027, 1, 24)),
        ("1 week", date(2026, 12, 6)),
        ("3 mån", date(2027, 2, 27)),
        ("3 månader.", date(2027, 2, 27)),
        ("1 månad", date(2026, 12, 29)),
        ("3 months", date(2027, 2, 27)),
        ("åtta veckor", date(2027, 1, 24)),
        ("i 8 veckor", date(2027, 1, 24)),
        ("ett halvår", date(2027, 5, 29)),
        ("10 dagar", date(2026, 12, 9)),
        ("two months", date(2027, 1, 29)),
    ],
)
def test_a_length_ends_on_its_last_day(text: str, last: date) -> None:
    assert understood_length(text, MONDAY) == last


@pytest.mark.parametrize("text", ["", "8", "veckor", "många veckor", "8 veckor till", "1000 veckor", "-1 v", "½ månad"])
def test_what_is_no_length_has_no_end(text: str) -> None:
    assert understood_length(text, MONDAY) is None


@given(text=st.text(max_size=20), start=st.dates(date(1970, 1, 1), date(2200, 12, 31)))
def test_no_text_is_too_much_for_a_length(text: str, start: date) -> None:
    understood_length(text, start)


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (date(2026, 11, 30), 6, date(2027, 5, 29)),
        (date(2026, 12, 1), 1, date(2026, 12, 31)),
        (date(2026, 12, 31), 1, date(2027, 1, 30)),
        (date(2027, 1, 1), 12, date(2027, 12, 31)),
        (date(2027, 1, 31), 1, date(2027, 2, 27)),
        (date(2028, 1, 31), 1, date(2028, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 28)),
        (date(2027, 10, 31), 1, date(2027, 11, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 27)),
    ],
)
def test_months_end_the_day_before_also_where_a_month_is_too_short(start: date, months: int, last: date) -> None:
    assert end_after_months(start, months) == last


@given(start=st.dates(date(1970, 1, 1), date(2200, 12, 31)), months=st.integers(1, 99))
def test_months_are_as_long_as_months_are(start: date, months: int) -> None:
    assert 28 * months - 1 <= (end_after_months(start, months) - start).days <= 31 * months - 1


def test_weeks_from_a_monday_end_on_a_sunday() -> None:
    assert end_after_weeks(MONDAY, 4) == date(2026, 12, 27)
    assert end_after_weeks(MONDAY, 4).isoweekday() == 7
