"""Understand a day as people type it: "24/11", "tis 24 nov", "den 7:e", "vecka 9", "nästa måndag", "om två veckor".

Own code, since the general parsers guess (docs/decisions/0024): here what is not surely a day is no day, what may be
one of two days is both, and a weekday that contradicts its date is told. Then the person is asked again.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.day_words import DAYS_BY_NAME, MONTHS, ORDINALS, WEEKDAYS, WEEKDAYS_BEFORE_A_DATE, any_of
from domain.folded import folded
from domain.length import later_by

RECENTLY_FOR = timedelta(days=90)
"""A day typed without a year that passed this recently is a slip, not next year's day."""

WEEK = timedelta(days=7)
FRIDAY_AFTER_MONDAY = timedelta(days=4)
YEARS_AHEAD = 10
"""Two figures for a year mean one from last year until then."""

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_BEFORE_A_DAY = (
    r"fran och med|till och med|fr ?\.?o\.? ?m\.?|f\.o\.m\.?|t\.? ?o\.? ?m\.?|fom|tom|fran|till|senast|pa|nu|"
    r"from|starting|until|till|to|by|on"
)
_FROM_TODAY = {
    **dict.fromkeys(("idag", "i dag", "today"), 0),
    **dict.fromkeys(("imorgon", "i morgon", "imorron", "i morron", "imorrn", "i morrn", "tomorrow"), 1),
    **dict.fromkeys(("overmorgon", "i overmorgon", "iovermorgon"), 2),
    **dict.fromkeys(("the day after tomorrow", "day after tomorrow"), 2),
}
_NEXT, _THIS = r"(?:nasta|next)", r"(?:denna|den har|this)"
_COMING = r"(?:nast)?kommande|(?:the )?coming"
_WEEK = r"(?:(?:i|under|in) )?(?:v|vecka|week|wk)\.? ?(?P<week>\d{1,2})(?:[ ,/-]+(?P<year>\d{4}|\d{2}))?"
_NEXT_OR_THIS_WEEK = rf"(?:i )?(?:(?P<next>{_NEXT})|{_THIS}) (?:vecka|veckan|v|week)"
_NUMBERED_DAY = r"(?P<day>\d{1,2})(?:[:.]?(?:a|e|de|st|nd|rd|th))?\.?"
_MONTH = rf"(?P<month>{any_of(MONTHS)})\.?"


@dataclass(frozen=True)
class Days:
    """The day or the working week that a text means."""

    first: date
    last: date


@dataclass(frozen=True)
class WrongWeekday:
    """The text names a weekday and a date that is another weekday."""

    day: date


@dataclass(frozen=True)
class EitherDay:
    """The text may mean the one day or the other: "nästa fredag" on a Monday, "26-12-27"."""

    first: date
    second: date


Reading = Days | WrongWeekday | EitherDay | None


def understood(text: str, today: date) -> Days | None:
    """The days that the text means, seen from today; None where it is not surely a day."""
    reading = read(text, today)
    return reading if isinstance(reading, Days) else None


def read(text: str, today: date, *, near: date | None = None) -> Reading:
    """What the text says of a day. One without its year is the next from today, or from the day that it is near."""
    words, seen_from = _tidied(text), near or today
    for reading in (_from_today(words, today), _weekday(words, today), _week(words, today, seen_from)):
        if reading is not None:
            return reading
    return _date(_without_article(words), seen_from) or _with_weekday(words, today, seen_from)


def _tidied(text: str) -> str:
    words = " ".join(folded(text).translate(_DASHES).split()).strip(" .,!?")
    words = re.sub(r",? (?:tack|please|thanks)$", "", words)
    words = re.sub(rf"^(?:(?:{_BEFORE_A_DAY}) )+", "", words)
    words = re.sub(r"\b(twenty|thirty) (?=[a-z]+(?:st|nd|rd|th)\b)", r"\1-", words)
    if words in ORDINALS:
        return words  # "andra" alone may mean anything
    return " ".join(f"{ORDINALS[word]}:e" if word in ORDINALS else word for word in words.split(" "))


def _without_article(words: str) -> str:
    """The date that follows an article; after one a number is a day: "den 7" as "den 7:e"."""
    rest = re.sub(r"^(?:den|the) ", "", words)
    return f"{rest}:e" if rest != words and rest.isdecimal() else rest


def _from_today(words: str, today: date) -> Days | None:
    if words in _FROM_TODAY:
        return _single(today + timedelta(days=_FROM_TODAY[words]))
    match = re.fullmatch(r"(?:om|in) (.+)|(.+) (?:from (?:now|today)|fran (?:nu|idag|i dag))", words)
    day = later_by(match[1] or match[2], today) if match else None
    return _single(day) if day is not None else None


def _weekday(words: str, today: date) -> Days | EitherDay | None:
    """A weekday alone. On a Monday "nästa fredag" may be the one of this week or of the next."""
    match = re.fullmatch(
        rf"(?:(?P<next>{_NEXT})|(?P<this>{_THIS})|(?:{_COMING}))? ?(?:pa )?(?P<weekday>{any_of(WEEKDAYS)})",
        _without_article(words) if words not in WEEKDAYS else words,
    )
    if match is None:
        return None
    day = today + timedelta(days=(WEEKDAYS[match["weekday"]] - today.weekday() - 1) % 7 + 1)
    is_this_week = day <= _sunday_of(today)
    if match["next"] and (is_this_week or day == today + timedelta(days=1)):
        return EitherDay(day, day + WEEK)
    return None if match["this"] and not is_this_week else _single(day)


def _week(words: str, today: date, seen_from: date) -> Days | None:
    """A working week. Where two years have a week of that number, the one that is not long past."""
    if named := re.fullmatch(_NEXT_OR_THIS_WEEK, words):
        monday = _sunday_of(today) + timedelta(days=1)
        return _working_week(*(monday if named["next"] else today).isocalendar()[:2])
    match = re.fullmatch(_WEEK, words)
    if not match:
        return None
    this_year = seen_from.isocalendar().year
    years = _years(match["year"], seen_from) if match["year"] else (this_year, this_year + 1)
    weeks = [found for year in years if (found := _working_week(year, int(match["week"])))]
    return next((week for week in weeks if week.last >= seen_from - RECENTLY_FOR), weeks[0] if weeks else None)


def _working_week(year: int, week: int) -> Days | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return Days(monday, monday + FRIDAY_AFTER_MONDAY)


def _with_weekday(words: str, today: date, seen_from: date) -> Reading:
    """A weekday before a date or behind it, which has to be its own, or a day of a week."""
    before = re.fullmatch(rf"(?P<weekday>{any_of(WEEKDAYS_BEFORE_A_DATE)})\.?,? (?P<rest>.+)", words)
    behind = re.fullmatch(rf"(?P<rest>.+?),? \(?(?:pa |on )?(?P<weekday>{any_of(WEEKDAYS)})\)?", words)
    match = before or behind
    if match is None:
        return None
    weekday = WEEKDAYS_BEFORE_A_DATE[match["weekday"]]
    week = _week(match["rest"], today, seen_from)
    if week is not None:
        return _single(week.first + timedelta(days=weekday))
    rest = re.sub(r"^(?:den|the|on) ", "", match["rest"])
    is_bare = before is not None and re.fullmatch(r"\d{1,2}", rest)
    days = _dates(f"{rest}:e" if is_bare else rest, seen_from)
    fitting = [day for day in days if day.weekday() == weekday]
    if not days or (is_bare and not fitting):
        return None
    return _single(fitting[0]) if fitting else WrongWeekday(_first_to_come(days, seen_from))


def _date(words: str, seen_from: date) -> Days | EitherDay | None:
    """The day that a date means: one without its year the likeliest, one with its year the only that it may be."""
    in_full = _in_full(words, seen_from)
    if len(in_full) > 1:
        return EitherDay(*in_full)
    days = in_full or _without_year(words, seen_from)
    return _single(days[0]) if days else None


def _dates(words: str, seen_from: date) -> list[date]:
    """All days that a date may be, the likeliest first."""
    return _in_full(words, seen_from) or _without_year(words, seen_from)


def _in_full(words: str, seen_from: date) -> list[date]:
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


def _without_year(words: str, seen_from: date) -> list[date]:
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
    return [found for full in _years(year, seen_from) for found in _day(full, int(month), int(day))]


def _years(written: str | None, seen_from: date) -> tuple[int, ...]:
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


def _first_to_come(days: Sequence[date], seen_from: date) -> date:
    return next((day for day in days if day >= seen_from), days[0])


def _sunday_of(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def _single(day: date) -> Days:
    return Days(day, day)


def _day(year: int, month: int, day: int) -> list[date]:
    """The day, if there is one."""
    try:
        return [date(year, month, day)]
    except ValueError:
        return []
