from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.language import Language
from messages import formats

SV, EN = Language.SWEDISH, Language.ENGLISH
STOCKHOLM = ZoneInfo("Europe/Stockholm")


def test_a_day_in_full() -> None:
    assert formats.day(date(2026, 11, 24), SV) == "24 november 2026"
    assert formats.day(date(2026, 11, 4), EN) == "4 November 2026"


def test_a_day_with_its_weekday() -> None:
    assert formats.weekday(date(2026, 11, 24), SV) == "tisdag 24 november 2026"
    assert formats.weekday(date(2026, 11, 24), EN) == "Tuesday 24 November 2026"


@pytest.mark.parametrize(
    ("month", "swedish"),
    [
        (1, "24 jan"),
        (2, "24 feb"),
        (3, "24 mars"),
        (4, "24 apr"),
        (5, "24 maj"),
        (6, "24 juni"),
        (7, "24 juli"),
        (8, "24 aug"),
        (9, "24 sep"),
        (10, "24 okt"),
        (11, "24 nov"),
        (12, "24 dec"),
    ],
)
def test_a_short_day_has_no_full_stop(month: int, swedish: str) -> None:
    assert formats.short_day(date(2026, month, 24), SV) == swedish


@pytest.mark.parametrize("language", Language)
def test_no_short_day_of_the_year_ends_in_a_full_stop_or_is_long(language: Language) -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    written = [formats.short_day(day, language) for day in days]
    assert len(set(written)) == 365
    assert not any(text.endswith(".") or len(text) > 7 for text in written)


def test_a_short_day_in_english() -> None:
    assert formats.short_day(date(2026, 11, 24), EN) == "24 Nov"


def test_a_time_is_written_as_in_the_language() -> None:
    at = datetime(2026, 11, 24, 14, 5, tzinfo=STOCKHOLM)
    assert formats.time_of_day(at, SV) == "kl. 14.05"
    assert formats.time_of_day(at, EN) == "14:05"
    assert formats.time_of_day(at.replace(hour=8), SV) == "kl. 08.05"


def test_a_time_is_the_one_on_the_wall_that_it_was_given() -> None:
    summer = datetime(2026, 7, 1, 12, 0, tzinfo=ZoneInfo("UTC")).astimezone(STOCKHOLM)
    assert formats.time_of_day(summer, SV) == "kl. 14.00"


@pytest.mark.parametrize(("number", "text"), [(0, "0 platser"), (1, "1 plats"), (2, "2 platser"), (21, "21 platser")])
def test_a_number_comes_with_its_noun(number: int, text: str) -> None:
    assert formats.counted(number, "plats", "platser") == text
