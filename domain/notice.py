"""The notice that everybody is owed whose details the city has from a file: what is kept of them, and why."""

from datetime import date

from domain.length import end_after_months


def told_by(known_since: date) -> date:
    """The last day on which it is in time: within a month."""
    return end_after_months(known_since, 1)
