"""A day that may be left open: what is answered then, and the day that an answer means."""

from datetime import date
from typing import Final

OPEN: Final = "open"
"""The answer of somebody who knows no day yet."""


def day_unless_open(answer: str) -> date | None:
    """The day that was answered, as in ISO 8601; None where it is open or was not asked."""
    return date.fromisoformat(answer) if answer not in ("", OPEN) else None
