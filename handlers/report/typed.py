"""The answers that people type: understood, or told what is wrong."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from domain.slot import MOST_PLACES
from domain.typed_date import understood, understood_length
from handlers.report.form import Complaint, Known, Report, Step

MOST_AHEAD = timedelta(days=730)
LONGEST_AREA = 35
"""The area stands in the alert's first line, of which a lock screen shows about 100 characters."""

MOST_DIGITS_IN_AREA = 6
"""A postal code has five digits; a telephone or personal number has more."""

Answer = int | str | date | Complaint


def answer_typed(report: Report, known: Known, text: str) -> Answer:
    """What the text means as an answer to the form's present question, or what is wrong with it."""
    return _TYPED[report.step](report, known, text)


def _no_typed_answer(_report: Report, _known: Known, _text: str) -> Complaint:
    return Complaint.NOT_AN_OPTION


def _typed_places(_report: Report, _known: Known, text: str) -> int | Complaint:
    match = re.fullmatch(r"(\d{1,6}) ?(?:st|plats|platser|place|places)?\.?", text.strip().lower())
    if not match:
        return Complaint.COUNT_NOT_A_NUMBER
    count = int(match[1])
    if count < 1:
        return Complaint.COUNT_TOO_SMALL
    return count if count <= MOST_PLACES else Complaint.COUNT_TOO_LARGE


def _typed_area(_report: Report, _known: Known, text: str) -> str | Complaint:
    area = " ".join(text.split())
    if len(area) > LONGEST_AREA:
        return Complaint.AREA_TOO_LONG
    if sum(map(str.isalpha, area)) < len("Ed"):
        return Complaint.AREA_WITHOUT_LETTERS
    if "@" in area or sum(map(str.isdigit, area)) > MOST_DIGITS_IN_AREA:
        return Complaint.AREA_WITH_CONTACT
    return area


def _typed_start(_report: Report, known: Known, text: str) -> date | Complaint:
    days = understood(text, known.today)
    if days is None:
        return Complaint.DAY_NOT_UNDERSTOOD
    # "This week" typed on a Wednesday means from now on, not a Monday that has been.
    start = max(days.first, known.today) if days.last > days.first and days.last >= known.today else days.first
    if start < known.today:
        return Complaint.DAY_IN_PAST
    return start if start <= known.today + MOST_AHEAD else Complaint.DAY_TOO_FAR


def _typed_end(report: Report, known: Known, text: str) -> date | Complaint:
    start = report.starts_on or known.today
    days = understood(text, known.today)
    end = days.last if days else understood_length(text, start)
    if end is None:
        return Complaint.DAY_NOT_UNDERSTOOD
    if end <= start:
        return Complaint.END_BEFORE_START
    return end if end <= start + MOST_AHEAD else Complaint.END_TOO_FAR


_TYPED: dict[Step, Callable[[Report, Known, str], Answer]] = {
    Step.KIND: _no_typed_answer,
    Step.TRADE: _no_typed_answer,
    Step.PLACES: _typed_places,
    Step.AREA: _typed_area,
    Step.START: _typed_start,
    Step.END: _typed_end,
    Step.SUMMARY: _no_typed_answer,
}
