"""What became of somebody after a placement: the matcher's word, never asked of a supplier (domain.md §9.6)."""

from enum import StrEnum


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
