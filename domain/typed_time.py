"""Understand a time of day and a length as people type them: "10", "10.30", "kl 10:30"; "45 min", "1,5 timmar"."""

import re
from datetime import time, timedelta

EARLIEST, LATEST = time(6), time(21, 59)
"""Nobody means to meet outside these; a lone "3" is a slip, or the afternoon."""

_CLOCK = r"(?:kl|klockan|at)?\.? ?"
_HALF = {"en halvtimme": 30, "halvtimme": 30, "half an hour": 30, "en timme": 60, "an hour": 60}


def understood_time(text: str) -> time | None:
    """The time of day that the text means; None where it is not surely one."""
    words = " ".join(text.lower().split()).strip(" ,!")
    match = re.fullmatch(rf"{_CLOCK}(\d{{1,2}})(?:[.:](\d{{2}})|(\d{{2}}))?\.?", words)
    if not match:
        return None
    hours, minutes = int(match[1]), int(match[2] or match[3] or 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None  # noqa: PLR2004  of a day, and of an hour


def understood_minutes(text: str) -> timedelta | None:
    """The length that the text means; None where it is not surely one."""
    words = " ".join(text.lower().split()).strip(" .,!")
    if words in _HALF:
        return timedelta(minutes=_HALF[words])
    if minutes := re.fullmatch(r"(\d{1,3}) ?(?:min|minuter|minutes?|m)?", words):
        return timedelta(minutes=int(minutes[1]))
    if hours := re.fullmatch(r"(\d{1,2})(?:[.,](\d))? ?(?:h|tim|timmar|timme|hours?)", words):
        return timedelta(minutes=int(hours[1]) * 60 + int(hours[2] or 0) * 6)
    return None
