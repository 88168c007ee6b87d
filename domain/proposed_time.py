"""What somebody's proposal of a time means, where it is one time: "torsdag 24 september kl. 10", "24/9 13–14.30"."""

import re
from datetime import date, time, timedelta

from domain import typed_date
from domain.frozen import frozen
from domain.pattern import Pattern
from domain.typed_date import Days
from domain.typed_time import EARLIEST, LATEST, understood_times

_BEHIND_A_CLOCK = Pattern(r"(?P<day>.+?),? +(?:kl|klockan|at)\b\.? *(?P<time>.+)", re.IGNORECASE | re.DOTALL)
MOST_WORDS = 12
"""Of a proposal that may be one time; a longer one is a letter."""


@frozen
class ProposedTime:
    """A day, and where it is said when that day a meeting is to begin and how long it is to last."""

    on: date
    at: time | None = None
    length: timedelta | None = None


def understood(text: str, today: date) -> ProposedTime | None:
    """The one time that is proposed, seen from today; None where it is not surely one, or has passed.

    Two proposals, or a week, are for people to read: they are shown in their own words.
    """
    words = text.strip().rstrip(".!")
    behind = _BEHIND_A_CLOCK.fullmatch(words)
    if behind is not None:
        return _day_and_time(behind["day"], behind["time"], today)
    exactly = typed_date.understood(words, today)
    by_the_words = None if exactly is not None else _by_the_words(words.split(), today)
    day = _single(words, today)
    return by_the_words or (ProposedTime(day) if day is not None else None)


def _by_the_words(words: list[str], today: date) -> ProposedTime | None:
    """A day and a time side by side; where the line between them is drawn in two ways, it is neither."""
    if len(words) > MOST_WORDS:
        return None
    splits = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    found = {each for day, at in splits if (each := _day_and_time(day, at, today)) is not None}
    return found.pop() if len(found) == 1 else None


def _day_and_time(day_said: str, time_said: str, today: date) -> ProposedTime | None:
    day, times = _single(day_said, today), understood_times(time_said)
    if day is None or times is None or not EARLIEST <= times.begins <= LATEST:
        return None
    return ProposedTime(day, times.begins, times.length)


def _single(said: str, today: date) -> date | None:
    """The one day that is said, from today on."""
    reading = typed_date.read(said.strip(" ,"), today)
    is_one = isinstance(reading, Days) and reading.first == reading.last
    return reading.first if isinstance(reading, Days) and is_one and reading.first >= today else None
