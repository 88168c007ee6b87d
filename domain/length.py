"""How long something lasts in days, as people write it ("8 veckor", "två månader", "ett halvår"), and where it ends."""

import re
from datetime import date, timedelta

from domain.day_words import COUNTS
from domain.folded import folded

_DAYS = r"(?:d|dag|dagar|dagars|dar|dgr|days?)"
_WEEKS = r"(?:v|vecka|veckor|veckors|weeks?)"
_MONTHS = r"(?:man|manad|manader|manaders|months?)"
_YEARS = r"(?:ar|years?)"
_OPEN = {
    *("tills vidare", "tillsvidare", "tv", "t v", "t.v", "lopande", "utan slut", "inget slut", "inget slutdatum"),
    *("inte bestamt", "ej bestamt", "inte bestamt an", "vet inte", "vet ej", "vet inte an", "oppet", "obestamt"),
    *("until further notice", "for now", "open", "open-ended", "open ended", "no end", "no end date", "ongoing"),
    *("not decided", "not decided yet", "undecided", "don't know", "dont know", "do not know"),
}


def means_no_end(text: str) -> bool:
    """Whether the text says that something goes on without a last day, or that it is not decided."""
    return " ".join(folded(text).split()).strip(" .!") in _OPEN


def counted(words: str) -> int | None:
    """The number that digits or words mean; None where they mean none."""
    return int(words) if re.fullmatch(r"\d{1,3}", words) else COUNTS.get(words)


def later_by(words: str, start: date) -> date | None:
    """The day that lies so long after the start, such as "10 dagar" or "two weeks"; None where that is no length."""
    if words in {"ett halvar", "half a year", "halvar"}:
        return months_later(start, 6)
    match = re.fullmatch(rf"(\d{{1,3}}|[a-z-]+) ?(?:({_DAYS})|({_WEEKS})|({_MONTHS})|({_YEARS}))", words)
    number = counted(match[1]) if match else None
    if match is None or number is None:
        return None
    if match[2] or match[3]:
        return start + timedelta(days=number) * (7 if match[3] else 1)
    return months_later(start, number * (12 if match[5] else 1))


def understood_length(text: str, start: date) -> date | None:
    """The last day of a length such as "8 veckor" or "3 months" that begins on the start day."""
    words = " ".join(folded(text).split()).strip(" .,!")
    end = later_by(re.sub(r"^(?:i|for|under) ", "", words), start)
    return end - timedelta(days=1) if end is not None and end > start else None


def end_after_weeks(start: date, weeks: int) -> date:
    """The last day of so many weeks: 4 weeks from a Monday end on a Sunday."""
    return start + timedelta(weeks=weeks, days=-1)


def end_after_months(start: date, months: int) -> date:
    """The last day of so many calendar months: one month from 31 January ends on 27 or 28 February."""
    return months_later(start, months) - timedelta(days=1)


def months_later(start: date, months: int) -> date:
    """The same day so many months later; the last of the month where it has no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last_of_month = (date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(start.day, last_of_month))
