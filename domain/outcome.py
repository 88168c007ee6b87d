"""What became of somebody after a placement: the matcher's word, never asked of a supplier (domain.md §9.6)."""

from datetime import date, timedelta
from enum import StrEnum

from domain.length import months_later
from domain.working_hours import WorkingHours

ASKED_AGAIN_AFTER = 5
"""Working days after which the matcher is asked once more; after as many again it is not known what became of it."""

MOST_ASKED = 2


class OutcomeAfter(StrEnum):
    """When it is asked: after a placement's end, or after the start of an employment that goes on."""

    DAYS_90 = "days_90"
    MONTHS_6 = "months_6"


class Outcome(StrEnum):
    """What became of somebody."""

    WORK = "work"
    """A subsidised or unsubsidised job on the regular market that has lasted at least one continuous month."""
    STUDIES = "studies"
    """Studies that give right to study support."""
    EXTENDED = "extended"
    BACK = "back"
    """Back with the matcher."""
    UNKNOWN = "unknown"


def due_on(after: OutcomeAfter, since: date, hours: WorkingHours) -> date:
    """The day on which it is asked, counted from an end, or from the start of an employment that goes on."""
    later = since + timedelta(days=90) if after is OutcomeAfter.DAYS_90 else months_later(since, 6)
    return hours.working_day_from(later)
