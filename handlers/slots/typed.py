"""What people type about a slot: how many places, and where."""

import re

from domain.slot import MOST_PLACES
from domain.typed_number import understood_number
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known
from handlers.form.typed import FEWEST_LETTERS, letters
from messages.heard import is_heard, kind_named
from messages.typed_label import is_on_button

LONGEST_AREA = 35
"""The area stands in the alert's first line, of which a lock screen shows about 100 characters."""

BUTTONS_OF_NEWS = ("agreed", "inquiry", "meeting", "nudge", "slot", "start_answer")
"""Whose labels stand under what comes to a supplier while a form is open; no area is called like one."""

COUNTED = (
    r"(?:st|stycken|plats|platser|place|places|praktikplats|praktikplatser|praktikant|praktikanter|lärling|lärlingar"
    r"|lärlingsplatser|tjänster|jobb|jobs|interns?|apprentices?|mentor|mentorer|mentors|person|personer|people|besökare"
    r"|deltagare|visitors?|timme|timmar|tim|h|hours?)"
)
ROUGHLY = r"(?:ca|cirka|ungefär|omkring|runt|about|around|max|högst|upp till|up to|at most)\.?"


def typed_count(_answers: Answers, _known: Known, text: str) -> int | Complaint:
    """How many places, mentors, people or hours: a number, perhaps with its noun behind it."""
    match = re.fullmatch(rf"(?:{ROUGHLY} )?(.+?) ?(?:(?:\b|(?<=\d)){COUNTED})?[.!]?", " ".join(text.lower().split()))
    count = understood_number(match[1]) if match else None
    if count is None:
        return Complaint.COUNT_NOT_A_NUMBER
    if count < 1:
        return Complaint.COUNT_TOO_SMALL
    return count if count <= MOST_PLACES else Complaint.COUNT_TOO_LARGE


def typed_area(_answers: Answers, _known: Known, text: str) -> str | Complaint:
    """A district or a town."""
    area = " ".join(text.split())
    if len(area) > LONGEST_AREA:
        return Complaint.AREA_TOO_LONG
    answers_something_else = is_heard("heard.yes", area) or is_heard("heard.no", area)
    if letters(area) < FEWEST_LETTERS or answers_something_else or is_on_button(BUTTONS_OF_NEWS, area):
        return Complaint.AREA_WITHOUT_LETTERS
    return area


def typed_kind(_answers: Answers, _known: Known, text: str) -> str | Complaint:
    """A kind of contribution by a word for it, such as "praktik", where the label's own words are not used."""
    kind = kind_named(text)
    return Complaint.NOT_AN_OPTION if kind is None else kind.value
