"""The answers that people type, as many forms ask for them: understood, or told what is wrong."""

from collections.abc import Callable
from datetime import date, timedelta

from domain import typed_date
from domain.length import means_no_end, understood_length
from domain.typed_date import Days, EitherDay, WrongWeekday
from domain.vague_day import is_vague
from handlers.form.complaint import AboutDays, Complaint, Wrong
from handlers.form.question import Answers, Known

MOST_AHEAD = timedelta(days=730)
LONGEST_TEXT = 500
LONGEST_LINE = 80
FEWEST_LETTERS = 2
FEWEST_TO_SEARCH = 2
"""Letters or figures; fewer are in nearly every name."""


def typed_text(longest: int) -> Callable[[Answers, Known, str], str | Complaint]:
    """A text of at most so many characters."""

    def read(_answers: Answers, _known: Known, text: str) -> str | Complaint:
        tidied = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
        if len(tidied) > longest:
            return Complaint.TEXT_TOO_LONG
        return tidied if letters(tidied) or any(map(str.isdigit, tidied)) else Complaint.TEXT_WITHOUT_LETTERS

    return read


def typed_line(longest: int) -> Callable[[Answers, Known, str], str | Complaint]:
    """The same on one line, as it stands in lists and on buttons."""
    read = typed_text(longest)
    return lambda answers, known, text: read(answers, known, " ".join(text.split()))


def typed_search(_answers: Answers, _known: Known, text: str) -> str | Complaint:
    """Words to look for."""
    words = " ".join(text.split())
    return words if sum(map(str.isalnum, words)) >= FEWEST_TO_SEARCH else Complaint.TEXT_WITHOUT_LETTERS


def typed_day(_answers: Answers, known: Known, text: str) -> str | Wrong:
    """A day from today onwards; a week means from its first day on, and one that has begun is asked about."""
    days = _first_days(known, text)
    if not isinstance(days, Days):
        return days
    has_begun = days.first < known.today <= days.last
    return Complaint.NOT_ONE_DAY if has_begun else _from_today(days.first, known.today)


def typed_single_day(_answers: Answers, known: Known, text: str) -> str | Wrong:
    """A day from today onwards, and no week: that is asked about."""
    days = _first_days(known, text)
    if not isinstance(days, Days):
        return days
    return _from_today(days.first, known.today) if days.first == days.last else Complaint.NOT_ONE_DAY


def typed_last_day(_answers: Answers, known: Known, text: str) -> str | Wrong:
    """A day from today onwards by which something is to be done; in a week until its last working day."""
    days = _days(known, text)
    return _from_today(days.last, known.today) if isinstance(days, Days) else days


def typed_end(field: str, open_end: str) -> Callable[[Answers, Known, str], str | Wrong]:
    """A last day, or a length, counted from the day in that field; `open_end` is the answer of whoever has none yet."""

    def read(answers: Answers, known: Known, text: str) -> str | Wrong:
        if means_no_end(text):
            return open_end
        start = date.fromisoformat(answers[field]) if field in answers else known.today
        end = understood_length(text, start) or _days(known, text, near=start)
        if isinstance(end, Complaint | AboutDays):
            return end
        last = end.last if isinstance(end, Days) else end
        if last <= start:
            return Complaint.END_BEFORE_START
        return last.isoformat() if last <= start + MOST_AHEAD else Complaint.END_TOO_FAR

    return read


def _first_days(known: Known, text: str) -> Days | Wrong:
    """The days on which something may begin: "senast 1 mars" is none."""
    days = _days(known, text)
    return Complaint.DAY_VAGUE if isinstance(days, Days) and typed_date.says_a_limit(text) else days


def _days(known: Known, text: str, *, near: date | None = None) -> Days | Wrong:
    """The days that the text means, or what is to be asked about them."""
    match typed_date.read(text, known.today, near=near):
        case Days() as days:
            return days
        case WrongWeekday(day):
            return AboutDays(Complaint.WRONG_WEEKDAY, (day,))
        case EitherDay(first, second):
            return AboutDays(Complaint.EITHER_DAY, (first, second))
    return Complaint.DAY_VAGUE if is_vague(text) else Complaint.DAY_NOT_UNDERSTOOD


def _from_today(day: date, today: date) -> str | Complaint:
    if day < today:
        return Complaint.DAY_IN_PAST
    return day.isoformat() if day <= today + MOST_AHEAD else Complaint.DAY_TOO_FAR


def letters(text: str) -> int:
    """How many letters it has."""
    return sum(map(str.isalpha, text))
