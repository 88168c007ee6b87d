"""The answers that people type, as many forms ask for them: understood, or told what is wrong."""

from collections.abc import Callable
from datetime import date, timedelta

from domain.typed_date import understood, understood_length
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known

MOST_AHEAD = timedelta(days=730)
LONGEST_TEXT = 500
LONGEST_LINE = 80
FEWEST_LETTERS = 2


def typed_text(longest: int) -> Callable[[Answers, Known, str], str | Complaint]:
    """A text of at most so many characters."""

    def read(_answers: Answers, _known: Known, text: str) -> str | Complaint:
        tidied = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
        if len(tidied) > longest:
            return Complaint.TEXT_TOO_LONG
        return tidied if letters(tidied) or any(map(str.isdigit, tidied)) else Complaint.TEXT_WITHOUT_LETTERS

    return read


def typed_day(_answers: Answers, known: Known, text: str) -> str | Complaint:
    """A day from today onwards."""
    days = understood(text, known.today)
    if days is None:
        return Complaint.DAY_NOT_UNDERSTOOD
    # "This week" typed on a Wednesday means from now on, not a Monday that has been.
    is_this_week = days.last > days.first and days.last >= known.today
    return _from_today(max(days.first, known.today) if is_this_week else days.first, known.today)


def typed_end(field: str) -> Callable[[Answers, Known, str], str | Complaint]:
    """A last day, or a length, counted from the day in that field."""

    def read(answers: Answers, known: Known, text: str) -> str | Complaint:
        start = date.fromisoformat(answers[field]) if field in answers else known.today
        days = understood(text, known.today)
        end = days.last if days else understood_length(text, start)
        if end is None:
            return Complaint.DAY_NOT_UNDERSTOOD
        if end <= start:
            return Complaint.END_BEFORE_START
        return end.isoformat() if end <= start + MOST_AHEAD else Complaint.END_TOO_FAR

    return read


def _from_today(day: date, today: date) -> str | Complaint:
    if day < today:
        return Complaint.DAY_IN_PAST
    return day.isoformat() if day <= today + MOST_AHEAD else Complaint.DAY_TOO_FAR


def letters(text: str) -> int:
    """How many letters it has."""
    return sum(map(str.isalpha, text))
