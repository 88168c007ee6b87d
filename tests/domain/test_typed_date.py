from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.typed_date import Days, understood

TODAY = date(2026, 11, 23)  # a Monday, in week 48
ANY_DAY = st.dates(date(1970, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("20261124", date(2026, 11, 24)),
        ("24/11", date(2026, 11, 24)),
        ("24.11", date(2026, 11, 24)),
        ("24.11.", date(2026, 11, 24)),
        ("24/11/26", date(2026, 11, 24)),
        ("24/11-2026", date(2026, 11, 24)),
        ("24.11.2027", date(2027, 11, 24)),
        ("3/5", date(2027, 5, 3)),
        ("24 nov", date(2026, 11, 24)),
        ("24 nov.", date(2026, 11, 24)),
        ("24nov", date(2026, 11, 24)),
        ("24:e november", date(2026, 11, 24)),
        ("1:a december", date(2026, 12, 1)),
        ("den 24 november 2026", date(2026, 11, 24)),
        ("Den 24 November!", date(2026, 11, 24)),
        ("från 24/11", date(2026, 11, 24)),
        ("från och med 24 november", date(2026, 11, 24)),
        ("från den 24 november", date(2026, 11, 24)),
        ("till och med den 24 november", date(2026, 11, 24)),
        ("  till \n 24  nov ", date(2026, 11, 24)),
        ("5 maj", date(2027, 5, 5)),
        ("1 okt", date(2026, 10, 1)),
        ("24th November", date(2026, 11, 24)),
        ("on the 24th november", date(2026, 11, 24)),
        ("the 1st Dec", date(2026, 12, 1)),
        ("2nd March 2027", date(2027, 3, 2)),
        ("3rd oct", date(2026, 10, 3)),
        ("from 1 May", date(2027, 5, 1)),
        ("idag", TODAY),
        ("i dag", TODAY),
        ("today", TODAY),
        ("I morgon.", date(2026, 11, 24)),
        ("imorgon", date(2026, 11, 24)),
        ("tomorrow", date(2026, 11, 24)),
        ("på måndag", date(2026, 11, 30)),
        ("tisdag", date(2026, 11, 24)),
        ("on Friday", date(2026, 11, 27)),
        ("söndag", date(2026, 11, 29)),
        ("24-11-2026", date(2026, 11, 24)),
        ("2026/11/24", date(2026, 11, 24)),
        ("i övermorgon", date(2026, 11, 25)),
        ("the day after tomorrow", date(2026, 11, 25)),
        ("November 24", date(2026, 11, 24)),
        ("Nov 24th, 2026", date(2026, 11, 24)),
        ("the 24th of November", date(2026, 11, 24)),
    ],
)
def test_a_day_is_understood_as_people_write_it(text: str, day: date) -> None:
    assert understood(text, TODAY) == Days(day, day)


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("vecka 9", date(2027, 3, 1)),
        ("v9", date(2027, 3, 1)),
        ("v. 9", date(2027, 3, 1)),
        ("v.9", date(2027, 3, 1)),
        ("Week 9", date(2027, 3, 1)),
        ("från vecka 9", date(2027, 3, 1)),
        ("vecka 9 2028", date(2028, 2, 28)),
        ("vecka 9, 2028", date(2028, 2, 28)),
        ("vecka 48", TODAY),
        ("vecka 40", date(2026, 9, 28)),
        ("vecka 34", date(2027, 8, 23)),
        ("vecka 53", date(2026, 12, 28)),
        ("vecka 1", date(2027, 1, 4)),
    ],
)
def test_a_week_means_its_working_days(text: str, monday: date) -> None:
    assert understood(text, TODAY) == Days(monday, monday + timedelta(days=4))


@pytest.mark.parametrize(
    ("today", "text", "monday"),
    [
        (date(2026, 12, 28), "vecka 53", date(2026, 12, 28)),
        (date(2027, 1, 3), "vecka 53", date(2026, 12, 28)),  # still of the ISO year 2026
        (date(2027, 1, 2), "vecka 1", date(2027, 1, 4)),
        (date(2024, 12, 30), "vecka 1", date(2024, 12, 30)),  # already of the ISO year 2025
        (date(2025, 12, 22), "vecka 1", date(2025, 12, 29)),
    ],
)
def test_a_week_at_a_years_end_goes_by_the_iso_year(today: date, text: str, monday: date) -> None:
    assert understood(text, today) == Days(monday, monday + timedelta(days=4))


@pytest.mark.parametrize("text", ["vecka 53 2027", "vecka 54", "vecka 0", "vecka 53 0000", "v 9 9"])
def test_a_week_that_a_year_does_not_have_is_no_week(text: str) -> None:
    assert understood(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20/11", date(2026, 11, 20)),
        ("25/8", date(2026, 8, 25)),  # 90 days ago: a slip
        ("24/8", date(2027, 8, 24)),  # 91 days ago: next year's
        ("24 augusti", date(2027, 8, 24)),
        ("24/8 2026", date(2026, 8, 24)),
    ],
)
def test_a_day_just_past_is_a_slip_and_one_long_past_is_next_years(text: str, expected: date) -> None:
    assert understood(text, TODAY) == Days(expected, expected)


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        (TODAY, "29/2", None),
        (TODAY, "29 feb 2028", date(2028, 2, 29)),
        (TODAY, "29 feb 2027", None),
        (date(2027, 11, 23), "29 feb", date(2028, 2, 29)),
        (date(2028, 2, 28), "i morgon", date(2028, 2, 29)),
        (date(2028, 3, 5), "29/2", date(2028, 2, 29)),
        (date(2026, 12, 31), "1/1", date(2027, 1, 1)),
        (date(2026, 12, 31), "tomorrow", date(2027, 1, 1)),
        (date(2026, 12, 31), "fredag", date(2027, 1, 1)),
    ],
)
def test_leap_days_and_new_years_are_found_where_they_exist(today: date, text: str, expected: date | None) -> None:
    assert understood(text, today) == (Days(expected, expected) if expected else None)


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", ".", "två", "12", "7.", "1,5", "2026", "tio", "nio st", "maj", "november", "mån", "sommaren"],
        *["070-123 45 67", "0701234567", "+46701234567", "08-12 34 56"],
        *["850312-1234", "19850312-1234", "8503121234", "850312+1234", "556677-8899"],
        *["31/4", "32/1", "10/13", "0/1", "1/0", "24/11/2", "24/11/202", "2026-02-30", "99999999"],
        *["😀", "24 😀", "👍🏽", "²/³", "½"],
        *["kanske 24/11", "24/11 eller 25/11", "24 nov eller senare", "24 mon", "24 novemberr", "vecka", "v", "v x"],
        *["<b>24/11</b>", "24/11; DROP TABLE slot", "24//11", "24/11\u202e", "24\x00/11"],
        "1" * 4000,
        "24/11 " * 700,
        " " * 3999 + ".",
        "v " * 2000,
        "från " * 800 + "24/11x",
    ],
)
def test_what_is_not_surely_a_day_is_no_day(text: str) -> None:
    assert understood(text, TODAY) is None


ALMOST_DAYS = st.text(alphabet="0123456789/.-: aevckonmdijstrå,!²٣😀\n", max_size=24)


@given(text=st.one_of(st.text(max_size=60), ALMOST_DAYS), today=ANY_DAY)
def test_no_text_on_any_day_is_too_much(text: str, today: date) -> None:
    days = understood(text, today)
    assert days is None or days.first <= days.last <= days.first + timedelta(days=4)


@given(
    number=st.integers(0, 9999),
    text=st.sampled_from(["{}/{}", "{} nov {}", "v {} {}", "{}-{}", "vecka {}, {}", "{}.12.{}"]),
    other=st.integers(0, 9999),
    today=ANY_DAY,
)
def test_no_numbers_on_any_day_are_too_much(number: int, text: str, other: int, today: date) -> None:
    understood(text.format(number, other), today)


@given(day=ANY_DAY, today=ANY_DAY)
def test_a_day_with_its_year_is_that_day_whatever_day_it_is_today(day: date, today: date) -> None:
    for text in (day.isoformat(), f"{day.day}/{day.month} {day.year}", f"{day.day}/{day.month}-{day.year}"):
        assert understood(text, today) == Days(day, day)


@given(day=ANY_DAY, today=ANY_DAY)
def test_a_day_without_its_year_is_at_most_recently_past_and_at_most_a_year_ahead(day: date, today: date) -> None:
    days = understood(f"{day.day}/{day.month}", today)
    assert days is None or today - timedelta(days=90) <= days.first <= today + timedelta(days=366)


@pytest.mark.parametrize("text", ["nästa vecka", "Next week"])
@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 29)])
def test_next_week_is_the_coming_working_week(text: str, today: date) -> None:
    assert understood(text, today) == Days(date(2026, 11, 30), date(2026, 12, 4))
