"""Understand a day as people type it: "24/11", "24 nov", "vecka 9", "2026-11-24", "på måndag", "i morgon".

Own code, since the general parsers guess: they take "två" or a phone number for a date and know no "vecka 9".
Here what is not surely a day is no day, and the person is asked again with examples.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

RECENTLY_FOR = timedelta(days=90)
"""A day typed without a year that passed this recently is a slip, not next year's day."""

FRIDAY_AFTER_MONDAY = timedelta(days=4)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januari january",
            "feb februari february",
            "mar mars march",
            "apr april",
            "maj may",
            "jun juni june",
            "jul juli july",
            "aug augusti august",
            "sep sept september",
            "okt oktober oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "måndag monday",
            "tisdag tuesday",
            "onsdag wednesday",
            "torsdag thursday",
            "fredag friday",
            "lördag saturday",
            "söndag sunday",
        ),
    )
    for name in names.split()
}
_DAYS_FROM_TODAY = {
    **dict.fromkeys(("idag", "i dag", "today"), 0),
    **dict.fromkeys(("imorgon", "i morgon", "tomorrow"), 1),
    **dict.fromkeys(("övermorgon", "i övermorgon", "the day after tomorrow", "day after tomorrow"), 2),
}
_NEXT_WEEK = ("nästa vecka", "next week")
_UNIT_WEEKS = r"(?:v|veckor|vecka|weeks?)"
_UNIT_MONTHS = r"(?:mån|månader|månad|months?)"


@dataclass(frozen=True)
class Days:
    """The day or the working week that a text means."""

    first: date
    last: date


def understood(text: str, today: date) -> Days | None:
    """The days that the text means, seen from today; None where it is not surely a day."""
    words = _tidied(text)
    for reading in (_iso, _day_and_month_number, _day_and_month_name, _week, _weekday, _from_today):
        days = reading(words, today)
        if days is not None:
            return days
    return None


def understood_length(text: str, start: date) -> date | None:
    """The last day of a length such as "8 veckor" or "3 months" that begins on the start day."""
    words = _tidied(text)
    if weeks := re.fullmatch(rf"(\d{{1,3}}) ?{_UNIT_WEEKS}", words):
        return end_after_weeks(start, int(weeks[1]))
    if months := re.fullmatch(rf"(\d{{1,2}}) ?{_UNIT_MONTHS}", words):
        return end_after_months(start, int(months[1]))
    return None


def end_after_weeks(start: date, weeks: int) -> date:
    """The last day of so many weeks: 4 weeks from a Monday end on a Sunday."""
    return start + timedelta(weeks=weeks, days=-1)


def end_after_months(start: date, months: int) -> date:
    """The last day of so many calendar months: one month from 31 January ends on 27 or 28 February."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last_of_month = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(start.day, last_of_month)) - timedelta(days=1)


def _tidied(text: str) -> str:
    lowered = " ".join(text.lower().split()).strip(" .,!")
    return re.sub(r"^(?:(?:från och med|till och med|from|från|den|the|på|on|till|until|to) )+", "", lowered)


def _iso(words: str, _today: date) -> Days | None:
    match = re.fullmatch(r"(\d{4})([-/]?)(\d{2})\2(\d{2})", words)
    return _day(int(match[1]), int(match[3]), int(match[4])) if match else None


def _day_and_month_number(words: str, today: date) -> Days | None:
    match = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?", words) or re.fullmatch(
        r"(\d{1,2})-(\d{1,2})-(\d{4})", words
    )
    return _in_year(match[3], int(match[2]), int(match[1]), today) if match else None


def _day_and_month_name(words: str, today: date) -> Days | None:
    day, month = r"(?P<day>\d{1,2})(?:[:.]?[ae]|st|nd|rd|th)?\.?", r"(?P<month>[a-z]{3,9})\.?"
    match = re.fullmatch(rf"{day} ?(?:of )?{month}(?:,? (?P<year>\d{{4}}))?", words) or re.fullmatch(
        rf"{month} {day}(?:,? (?P<year>\d{{4}}))?", words
    )
    if match and match["month"] in _MONTHS:
        return _in_year(match["year"], _MONTHS[match["month"]], int(match["day"]), today)
    return None


def _week(words: str, today: date) -> Days | None:
    match = re.fullmatch(r"(?:v|v\.|vecka|week) ?(\d{1,2})(?:[ ,]+(\d{4}))?", words)
    if not match:
        return None
    years = [int(match[2])] if match[2] else [today.isocalendar().year, today.isocalendar().year + 1]
    weeks = [found for year in years if (found := _working_week(year, int(match[1])))]
    return next((week for week in weeks if week.last >= today - RECENTLY_FOR), weeks[0] if weeks else None)


def _working_week(year: int, week: int) -> Days | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return Days(monday, monday + FRIDAY_AFTER_MONDAY)


def _weekday(words: str, today: date) -> Days | None:
    if words not in _WEEKDAYS:
        return None
    ahead = (_WEEKDAYS[words] - today.weekday() - 1) % 7 + 1
    return Days(today + timedelta(days=ahead), today + timedelta(days=ahead))


def _from_today(words: str, today: date) -> Days | None:
    if words in _NEXT_WEEK:
        monday = today + timedelta(days=7 - today.weekday())
        return Days(monday, monday + FRIDAY_AFTER_MONDAY)
    if words not in _DAYS_FROM_TODAY:
        return None
    day = today + timedelta(days=_DAYS_FROM_TODAY[words])
    return Days(day, day)


def _in_year(year: str | None, month: int, day: int, today: date) -> Days | None:
    if year:
        return _day(int(year) if len(year) == len("2026") else 2000 + int(year), month, day)
    this_year = _day(today.year, month, day)
    if this_year and this_year.first >= today - RECENTLY_FOR:
        return this_year
    return _day(today.year + 1, month, day)


def _day(year: int, month: int, day: int) -> Days | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Days(found, found)
