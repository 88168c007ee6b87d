"""What people type about a slot: how many places, and where."""

import re

from domain.slot import MOST_PLACES
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known
from handlers.form.typed import FEWEST_LETTERS, letters

LONGEST_AREA = 35
"""The area stands in the alert's first line, of which a lock screen shows about 100 characters."""

COUNTED = r"(?:st|plats|platser|place|places|mentorer|mentors?|personer|people|timmar|tim|h|hours?)"


def typed_count(_answers: Answers, _known: Known, text: str) -> int | Complaint:
    """How many places, mentors, people or hours: a number, perhaps with its noun behind it."""
    match = re.fullmatch(rf"(\d{{1,6}}) ?{COUNTED}?\.?", text.strip().lower())
    if not match:
        return Complaint.COUNT_NOT_A_NUMBER
    count = int(match[1])
    if count < 1:
        return Complaint.COUNT_TOO_SMALL
    return count if count <= MOST_PLACES else Complaint.COUNT_TOO_LARGE


def typed_area(_answers: Answers, _known: Known, text: str) -> str | Complaint:
    """A district or a town."""
    area = " ".join(text.split())
    if len(area) > LONGEST_AREA:
        return Complaint.AREA_TOO_LONG
    return area if letters(area) >= FEWEST_LETTERS else Complaint.AREA_WITHOUT_LETTERS
