"""A date as people write it, in figures or with its month's name: "24/11", "7 dec -26", "2026-12-07", "den 7:e"."""

import re
from datetime import date, timedelta

from domain.day_words import DAYS_BY_NAME, MONTHS, any_of

RECENTLY_FOR = timedelta(days=60)
"""A day typed without a year that passed this recently is a slip, not next year's day."""

YEARS_AHEAD = 10
"""Two figures for a year mean one from last year until then."""

_NUMBERED_DAY = r"(?P<day>\d{1,2})(?:[:.]?(?:a|e|de|st|nd|rd|th))?\.?"
_MONTH = rf"(?P<month>{any_of(MONTHS)})\.?"


def dates(words: str, seen_from: date) -> list[date]:
    """All days that a date may be, the likeliest first."""
    return in_full(words, seen_from) or without_year(words, seen_from)


def in_full(words: str, seen_from: date) -> list[date]:
    """A date with its year. Of two figures each, the year may stand first or last: "26-12-07", "7/12-26"."""
    if match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)|(\d{4})([-/.])(\d{1,2})\5(\d{1,2})", words):
        return _day(int(match[1] or match[4]), int(match[2] or match[6]), int(match[3] or match[7]))
    if match := re.fullmatch(r"(\d{1,2}) ?[-/.] ?(\d{1,2})[-/., ]+(\d{4})", words):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if match := re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d)(\d\d)", words):
        first, month, last = (match[1] or match[5], match[3] or match[6], match[4] or match[7])
        return sorted({*_near(first, month, last, seen_from), *_near(last, month, first, seen_from)})
    if match := re.fullmatch(r"(\d{1,2})[/.](\d{1,2}) ?[-, '’]+(\d\d)", words):
        return _near(match[3], match[2], match[1], seen_from)
    match = _named(words)
    return _near(match["year"], MONTHS[match["month"]], match["day"], seen_from) if match and match["year"] else []


def without_year(words: str, seen_from: date) -> list[date]:
    """A date without its year, the likeliest first: this year's, where it has not been long past, then the next's."""
    if match := re.fullmatch(r"(\d{1,2})[:.]?(?:a|e|de|st|nd|rd|th)", words):
        return _of_a_month(int(match[1]), seen_from)
    month, day = DAYS_BY_NAME.get(words.replace("’", "'"), (0, 0))
    if match := re.fullmatch(r"(?P<day>\d{1,2}) ?[/.] ?(?P<month>\d{1,2})", words):
        month, day = int(match["month"]), int(match["day"])
    elif match := _named(words):
        month, day = MONTHS[match["month"]], int(match["day"])
    recent = [found for found in _day(seen_from.year, month, day) if found >= seen_from - RECENTLY_FOR]
    is_to_come = bool(recent) and recent[0] >= seen_from
    return recent if is_to_come else [*recent, *_day(seen_from.year + 1, month, day)]


def _named(words: str) -> re.Match[str] | None:
    """A day and its month's name, in either order."""
    return re.fullmatch(
        rf"{_NUMBERED_DAY} ?(?:of )?{_MONTH}(?:,? ?[-'’]?(?P<year>\d{{4}}|\d\d))?", words
    ) or re.fullmatch(rf"{_MONTH} ?(?:the )?{_NUMBERED_DAY}(?:,? (?P<year>\d{{4}}))?", words)


def _near(year: str, month: str | int, day: str, seen_from: date) -> list[date]:
    """The day of that year, where two figures can mean one that is near."""
    return [found for full in years(year, seen_from) for found in _day(full, int(month), int(day))]


def years(written: str | None, seen_from: date) -> tuple[int, ...]:
    """The year that is written; none where nothing is, or where its figures mean no year that is near."""
    if written is None or len(written) == len("2026"):
        return (int(written),) if written else ()
    year = seen_from.year // 100 * 100 + int(written)
    is_near = len(written) == len("26") and seen_from.year - 1 <= year <= seen_from.year + YEARS_AHEAD
    return (year,) if is_near else ()


def _of_a_month(day: int, seen_from: date) -> list[date]:
    """A day by its number alone, "den 7:e": the next that comes. Today's own number says too little."""
    if day == seen_from.day:
        return []
    months = (divmod(seen_from.year * 12 + seen_from.month - 1 + ahead, 12) for ahead in range(4))
    return [found for year, month in months for found in _day(year, month + 1, day) if found > seen_from][:1]


def _day(year: int, month: int, day: int) -> list[date]:
    """The day, if there is one."""
    try:
        return [date(year, month, day)]
    except ValueError:
        return []
