"""The day and the time that somebody proposes in one line: "torsdag 24 september kl. 10.00"."""

import re
from datetime import date, datetime

from domain import typed_date
from domain.typed_time import understood_times

_DAY_AND_TIME = re.compile(r"(?P<day>.+?),? (?P<time>(?:kl\.?|klockan|at) ?.+)", re.IGNORECASE)


def understood_moment(text: str, today: date) -> datetime | None:
    """The moment on the city's own clock; None where the words say anything else, or more than one."""
    found = _DAY_AND_TIME.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    days, times = typed_date.understood(found["day"], today), understood_times(found["time"])
    if days is None or days.first != days.last or times is None or times.ends is not None:
        return None
    return datetime.combine(days.first, times.begins)
