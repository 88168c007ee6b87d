"""Understand a day as people type it: "24/11", "tis 24 nov", "den 7:e", "vecka 9", "nästa måndag", "om två veckor".

Own code, since the general parsers guess (docs/decisions/0024): here what is not surely a day is no day, what may be
one of two days is both, and a weekday that contradicts its date is told. Then the person is asked again.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from domain.calendar_date import RECENTLY_FOR, dates, in_full, without_year, years
from domain.day_wording import FROM_TODAY, is_limit, plainer
from domain.day_words import ORDINALS, WEEKDAYS, WEEKDAYS_BEFORE_A_DATE, any_of
from domain.folded import folded
from domain.frozen import frozen
from domain.length import counted, later_by
from domain.pattern import Pattern

WEEK = timedelta(days=7)
FRIDAY_AFTER_MONDAY = timedelta(days=4)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_BEFORE_A_DAY = (
    r"(?:fran|from|fr|till) o(?:ch)? med|(?:fr|f|t)\.? ?\.?o\.? ?m\.?|(?:allra |absolut )?senast|no later than|"
    r"fran|till|pa|nu|from|starting|until|till|to|by|on"
)
_NEXT, _THIS = r"(?:nasta|next)", r"(?:denna|den har|this)"
_COMING = r"(?:nast)?kommande|(?:the )?coming"
_WEEK = r"(?:(?:i|under|in) )?(?:v|vecka|week|wk)\.? ?(?P<week>\d{1,2})(?:[ ,/-]+(?P<year>\d{4}|\d{2}))?"
_ITS_WEEK = r"(?:v|vecka|week|wk)\.? ?(?P<week>\d{1,2})"
_NAMED_WEEK = (
    rf"(?:i )?(?:(?P<next>{_NEXT})|{_THIS}) (?:vecka|veckan|v|week)|"
    rf"(?P<after_next>veckan efter nasta(?: vecka)?|(?:the )?week after next)"
)
_WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})"
_IN_WEEKS = r"(?:om|in) (?P<count>[a-z0-9-]+) (?:v|vecka|veckor|weeks?)"
_WEEKDAY_ALONE = Pattern(rf"(?:(?P<next>{_NEXT})|(?P<this>{_THIS})|(?:{_COMING}))? ?(?:pa )?{_WEEKDAY}")
_THEN_WEEKS, _WEEKS_THEN = (
    Pattern(rf"{_WEEKDAY},? {_IN_WEEKS}"),
    Pattern(rf"{_IN_WEEKS},? (?:pa |on )?{_WEEKDAY}"),
)
_WEEKDAY_BEFORE = Pattern(rf"(?P<weekday>{any_of(WEEKDAYS_BEFORE_A_DATE)})\.?,? (?P<rest>.+)")
_WEEKDAY_BEHIND = Pattern(rf"(?P<rest>.+?),? \(?(?:pa |on )?{_WEEKDAY}\)?")


@frozen
class Days:
    """The day that a text means, or the working week, month or quarter."""

    first: date
    last: date


@frozen
class WrongWeekday:
    """The text names a weekday and a date that is another weekday."""

    day: date


@frozen
class EitherDay:
    """The text may mean the one day or the other: "nästa fredag" on a Monday, "26-12-27"."""

    first: date
    second: date


Reading = Days | WrongWeekday | EitherDay | None


def understood(text: str, today: date) -> Days | None:
    """The days that exactly this text means, as in a cell, seen from today; None where it is not surely a day."""
    reading = _exactly(_tidied(text), today, today)
    return reading if isinstance(reading, Days) else None


def read(text: str, today: date, *, near: date | None = None) -> Reading:
    """What the text says of a day. One without its year is the next from today, or from the day that it is near.

    People are forgiven slips and words around the day; only what says nothing as it stands is looked at again.
    """
    said, seen_from = _tidied(text), near or today
    as_it_stands = _exactly(said, today, seen_from)
    if as_it_stands is not None:
        return as_it_stands
    plain = plainer(said, today)
    return _exactly(plain, today, seen_from) or _with_its_week(plain, today, seen_from)


def says_a_limit(text: str) -> bool:
    """Whether it is the last day by which something is to be done: "senast 1 mars"."""
    return is_limit(_tidied(text))


def _exactly(said: str, today: date, seen_from: date) -> Reading:
    if WEEKDAYS.get(said) == today.weekday():
        return EitherDay(today, today + WEEK)
    words = _without_preposition(said)
    for reading in (_from_today(words, today), _weekday(words, today), _week(words, today, seen_from)):
        if reading is not None:
            return reading
    return _date(_without_article(words), seen_from) or _with_weekday(words, today, seen_from)


def _tidied(text: str) -> str:
    words = " ".join(folded(text).translate(_DASHES).split()).strip(" .,!?")
    words = re.sub(r",? (?:tack|please|thanks)$", "", words)
    words = re.sub(r"\b(twenty|thirty) (?=[a-z]+(?:st|nd|rd|th)\b)", r"\1-", words)
    if _without_preposition(words) in ORDINALS:
        return words  # "andra" alone may mean anything
    return " ".join(f"{ORDINALS[word]}:e" if word in ORDINALS else word for word in words.split(" "))


def _without_preposition(words: str) -> str:
    return re.sub(rf"^(?:(?:{_BEFORE_A_DAY}) )+", "", words)


def _without_article(words: str) -> str:
    """The date that follows an article; after one a number is a day: "den 7" as "den 7:e"."""
    rest = re.sub(r"^(?:den|the) ", "", words)
    return f"{rest}:e" if rest != words and rest.isdecimal() else rest


def _from_today(words: str, today: date) -> Days | None:
    if words in FROM_TODAY:
        return _single(today + timedelta(days=FROM_TODAY[words]))
    match = re.fullmatch(r"(?:om|in) (.+)|(.+) (?:from (?:now|today)|fran (?:nu|idag|i dag))", words)
    day = later_by(match[1] or match[2], today) if match else None
    return _single(day) if day is not None else None


def _weekday(words: str, today: date) -> Days | EitherDay | None:
    """A weekday alone. On a Monday "nästa fredag" may be the one of this week or of the next."""
    match = _WEEKDAY_ALONE.fullmatch(_without_article(words) if words not in WEEKDAYS else words)
    if match is None:
        return _weekday_in_weeks(words, today)
    day = _coming(WEEKDAYS[match["weekday"]], today)
    is_this_week = day <= _sunday_of(today)
    if match["next"] and (is_this_week or day == today + timedelta(days=1)):
        return EitherDay(day, day + WEEK)
    return None if match["this"] and not is_this_week else _single(day)


def _weekday_in_weeks(words: str, today: date) -> Days | EitherDay | None:
    """It may be counted from that weekday or from today: for "fredag om en vecka" they agree on most days."""
    match = _THEN_WEEKS.fullmatch(words) or _WEEKS_THEN.fullmatch(words)
    weeks = counted(match["count"]) if match else None
    if match is None or not weeks:
        return None
    number = WEEKDAYS[match["weekday"]]
    from_today = _sunday_of(today + weeks * WEEK) - timedelta(days=6 - number)
    from_that_day = _coming(number, today) + weeks * WEEK
    return _single(from_today) if from_today == from_that_day else EitherDay(from_today, from_that_day)


def _week(words: str, today: date, seen_from: date) -> Days | None:
    """A working week. Where two years have a week of that number, the one that is not long past."""
    if named := re.fullmatch(_NAMED_WEEK, words):
        ahead = 2 if named["after_next"] else 1 if named["next"] else 0
        return _working_week(*(today + ahead * WEEK).isocalendar()[:2])
    match = re.fullmatch(_WEEK, words)
    if not match:
        return None
    this_year = seen_from.isocalendar().year
    of_years = years(match["year"], seen_from) if match["year"] else (this_year, this_year + 1)
    weeks = [found for year in of_years if (found := _working_week(year, int(match["week"])))]
    return next((week for week in weeks if week.last >= seen_from - RECENTLY_FOR), weeks[0] if weeks else None)


def _working_week(year: int, week: int) -> Days | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return Days(monday, monday + FRIDAY_AFTER_MONDAY)


def _with_weekday(words: str, today: date, seen_from: date) -> Reading:
    """A weekday before a date or behind it, which has to be its own, or a day of a week."""
    before, behind = _WEEKDAY_BEFORE.fullmatch(words), _WEEKDAY_BEHIND.fullmatch(words)
    match = before or behind
    if match is None:
        return None
    weekday = WEEKDAYS_BEFORE_A_DATE[match["weekday"]]
    week = _week(match["rest"], today, seen_from)
    if week is not None:
        return _single(week.first + timedelta(days=weekday))
    rest = re.sub(r"^(?:den|the|on) ", "", match["rest"])
    is_bare = before is not None and re.fullmatch(r"\d{1,2}", rest)
    days = dates(f"{rest}:e" if is_bare else rest, seen_from)
    fitting = [day for day in days if day.weekday() == weekday]
    if not days or (is_bare and not fitting):
        return None
    return _single(fitting[0]) if fitting else WrongWeekday(_first_to_come(days, seen_from))


def _with_its_week(words: str, today: date, seen_from: date) -> Reading:
    """A day and the week that it is in, which have to agree: "måndag 7/12 v 50"."""
    before = re.fullmatch(rf"{_ITS_WEEK},? (?P<rest>.+)", words)
    match = before or re.fullmatch(rf"(?P<rest>.+?),? \(?(?:i )?{_ITS_WEEK}\)?", words)
    reading = _exactly(match["rest"], today, seen_from) if match else None
    if match is None or not isinstance(reading, Days) or reading.first != reading.last:
        return reading if isinstance(reading, WrongWeekday) else None
    return reading if reading.first.isocalendar().week == int(match["week"]) else None


def _date(words: str, seen_from: date) -> Days | EitherDay | None:
    """The day that a date means: one without its year the likeliest, one with its year the only that it may be."""
    with_year = in_full(words, seen_from)
    if len(with_year) > 1:
        return EitherDay(*with_year)
    days = with_year or without_year(words, seen_from)
    return _single(days[0]) if days else None


def _first_to_come(days: Sequence[date], seen_from: date) -> date:
    return next((day for day in days if day >= seen_from), days[0])


def _coming(weekday: int, today: date) -> date:
    """The next such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _sunday_of(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def _single(day: date) -> Days:
    return Days(day, day)
