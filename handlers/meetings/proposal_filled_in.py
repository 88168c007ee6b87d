"""What a proposal of a time answers of a meeting's questions: the day, the time and the length it surely means."""

from datetime import datetime
from typing import Any

from domain.meeting import LONGEST, SHORTEST
from handlers.handling.work import Work
from handlers.meetings.proposed import understood
from handlers.meetings.scheduling_questions import DAY, LENGTH, TIME


def filled_in(work: Work, words: str | None, *, since: datetime | None) -> dict[str, Any]:
    """The answers; none where it is for people to read, or a time that has been."""
    if words is None or since is None:
        return {}
    meant = understood(work, words, since=since)
    if meant.on is None or meant.has_passed(work):
        return {}
    at = {TIME.field: meant.at.strftime("%H:%M")} if meant.at else {}
    is_usual = meant.length is not None and SHORTEST <= meant.length <= LONGEST
    length = {LENGTH.field: round(meant.length.total_seconds() / 60)} if meant.length and is_usual else {}
    return {DAY.field: meant.on.isoformat(), **at, **length}
