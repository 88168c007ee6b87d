"""When nobody is expected at work: Sweden's holidays, its eves, and the days that the city closes itself."""

import sys
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from bot.working_calendar import have_at_hand, holidays, working_hours
from domain.working_hours import WorkingHours
from tests.city import settings_for


def hours(**settings: Any) -> WorkingHours:
    """A city's working hours; 08:00 to 17:00 in Stockholm unless the settings say otherwise."""
    return working_hours(settings_for("sqlite:///unused", "http://127.0.0.1:9", **settings))


def is_working_day(day: date, **settings: Any) -> bool:
    return hours(**settings).working_day_from(day) == day


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",  # New Year's Day
        "2026-01-06",  # Epiphany
        "2026-04-03",  # Good Friday
        "2026-04-06",  # Easter Monday
        "2026-05-01",  # the first of May
        "2026-05-14",  # Ascension Day
        "2025-06-06",  # the national day
        "2026-06-19",  # Midsummer's Eve
        "2027-06-25",  # Midsummer's Eve, which moves
        "2026-12-24",  # Christmas Eve
        "2026-12-25",  # Christmas Day
        "2026-12-31",  # New Year's Eve
        "2027-12-31",
        "2026-11-28",  # a Saturday
        "2026-11-29",  # a Sunday
    ],
)
def test_nobody_is_expected_at_work(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-05",  # before Epiphany: a short day at many places, but a day
        "2026-04-02",  # Maundy Thursday
        "2026-04-30",  # Walpurgis Night
        "2026-05-15",  # between Ascension Day and a weekend
        "2026-05-25",  # Whit Monday is none since 2005
        "2026-06-18",
        "2026-12-23",
        "2026-12-30",
        "2026-10-30",  # before All Saints' Day
    ],
)
def test_people_are_at_work(day: str) -> None:
    assert is_working_day(date.fromisoformat(day))


def test_the_calendars_of_the_whole_world_are_not_held() -> None:
    assert not is_working_day(date(2026, 6, 19))
    assert "holidays" not in sys.modules


async def test_where_they_can_not_be_asked_for_ahead_whoever_needs_them_asks_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    christmas_eve = date(2026, 12, 24)
    holidays.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr("bot.working_calendar.HOLIDAYS_ASKED_FOR", "raise MemoryError")
        await have_at_hand(christmas_eve)
    assert "asked for again" in caplog.text
    assert not is_working_day(christmas_eve)


def test_a_day_that_the_city_closes_itself_is_none_either() -> None:
    closed = date(2026, 5, 15)
    assert not is_working_day(closed, closed_days=(closed,))
    assert not is_working_day(date(2026, 6, 19), closed_days=(closed,))


def test_the_days_hours_are_those_of_the_settings() -> None:
    assert (hours().opens, hours().closes) == (time(8), time(17))
    short = hours(working_hours="09:30-15:00")
    assert [short.is_open(datetime(2026, 11, 23, *at, tzinfo=UTC)) for at in ((8, 29), (8, 30), (13, 59), (14, 0))] == [
        False,
        True,
        True,
        False,
    ]


def test_the_hours_are_those_of_the_citys_zone_in_summer_and_winter() -> None:
    assert hours().opening_on(date(2026, 7, 1)) == datetime(2026, 7, 1, 6, tzinfo=UTC)
    assert hours().opening_on(date(2026, 12, 1)) == datetime(2026, 12, 1, 7, tzinfo=UTC)
    assert hours(timezone="Europe/Helsinki").opening_on(date(2026, 12, 1)) == datetime(2026, 12, 1, 6, tzinfo=UTC)
