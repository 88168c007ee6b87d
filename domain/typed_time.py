"""Understand a time of day as people type it: "10.30", "halv tio", "kvart över åtta", "10am"; "10–11"; "45 min"."""

import re
from dataclasses import dataclass
from datetime import time, timedelta

from domain.day_words import COUNTS, any_of
from domain.folded import folded

EARLIEST, LATEST = time(6), time(21, 59)
"""Nobody means to meet outside these; a lone "3" is a slip, or the afternoon."""

MORNING, AFTERNOON = "morning", "afternoon"
HOURS_ON_A_CLOCK, HOURS_IN_A_DAY, MINUTES_IN_AN_HOUR = 12, 24, 60
SAID_ASIDE = (5, 10, 20, 25)
"""The minutes before or after an hour, or a half, that are said so."""
ARTICLES = ("en", "a", "an")

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_CLOCK = r"(?:(?:klockan|kl|at|prick)(?:\. ?| |(?=\d)))*"
_AFTERNOON = r"pm|p\.m|em|e\.m|pa (?:eftermiddagen|kvallen)|in the (?:afternoon|evening)"
_HALF_OF_DAY = (
    r"(?P<morning>am|a\.m|fm|f\.m|pa (?:morgonen|formiddagen)|in the morning)|"
    rf"(?P<afternoon>{_AFTERNOON})"
)
_NUMBER = rf"(?:\d{{1,2}}|{any_of(COUNTS.keys() - ARTICLES)})"
_BY_WORDS = re.compile(
    rf"(?:(?:(?P<quarter>kvart|(?:a )?quarter)|(?P<aside>{_NUMBER})(?: minuter| minutes)?) (?P<which>i|over|to|past) )?"
    rf"(?P<half>halv |half past )?(?P<hour>{_NUMBER})"
)
_BY_NUMBERS = re.compile(r"(?P<hour>\d{1,2})(?:[.:,] ?(?P<minutes>\d{2})|(?P<at_once>\d{2}))?(?: ?h)?")
_ANY_TIME = re.compile(rf"{_CLOCK}(?P<time>.+?)(?: o'clock)?(?: ?(?:{_HALF_OF_DAY})\.?)?")
_IN_FIGURES = re.compile(r"\d+ to \d+")
"""From when to when, and not the minutes before an hour."""
_FROM_TO = re.compile(r"(?:mellan |between |fran |from )?(.+?) ?(?:-| till | to | och | and | until ) ?(.+)")
_LENGTHS_BY_NAME = {
    **dict.fromkeys(("en kvart", "a quarter", "a quarter of an hour"), 15),
    **dict.fromkeys(("en halvtimme", "halvtimme", "en halv timme", "halv timme", "half an hour", "half hour"), 30),
    **dict.fromkeys(("tre kvart", "three quarters of an hour"), 45),
    **dict.fromkeys(("halvannan timme", "en och en halv timme", "an hour and a half", "one and a half hours"), 90),
}
_MINUTES, _HOURS = r"(?:min|minut|minuter|minutes?|m)", r"(?:h|tim|timma|timme|timmar|hours?|hrs?)"


@dataclass(frozen=True)
class Times:
    """From when to when something goes on; only from when, where no end is said."""

    begins: time
    ends: time | None = None

    @property
    def length(self) -> timedelta | None:
        """How long that is; None where no end is said."""
        if self.ends is None:
            return None
        hours, minutes = self.ends.hour - self.begins.hour, self.ends.minute - self.begins.minute
        return timedelta(hours=hours, minutes=minutes)


def understood_times(text: str) -> Times | None:
    """From when, or from when to when, the text means; None where it is not surely that."""
    words = _tidied(text)
    if _is_time_or_times(words):
        return None
    if (alone := _time(words)) is not None:
        return Times(alone)
    parts = _FROM_TO.fullmatch(words)
    ends = _time(parts[2]) if parts else None
    if parts is None or ends is None:
        return None
    # "1–3 pm" begins in the afternoon too, "11–1 pm" does not.
    begins = [_time(f"{parts[1]} pm") if re.search(rf"(?:{_AFTERNOON})$", parts[2]) else None, _time(parts[1])]
    return next((Times(each, ends) for each in begins if each is not None and each < ends), None)


def understood_minutes(text: str) -> timedelta | None:
    """The length that the text means; None where it is not surely one."""
    words = _tidied(text)
    if words in _LENGTHS_BY_NAME:
        return timedelta(minutes=_LENGTHS_BY_NAME[words])
    if minutes := re.fullmatch(rf"(\d{{1,3}}) ?{_MINUTES}?", words):
        return timedelta(minutes=int(minutes[1]))
    if minutes := re.fullmatch(rf"({any_of(COUNTS)}) {_MINUTES}", words):
        return timedelta(minutes=COUNTS[minutes[1]])
    if hours := re.fullmatch(rf"(\d{{1,2}})(?:[.,](\d))? ?{_HOURS}", words):
        return timedelta(minutes=int(hours[1]) * 60 + int(hours[2] or 0) * 6)
    both = re.fullmatch(rf"(\d{{1,2}}|{any_of(COUNTS)}) ?{_HOURS}(?:,? (?:och |and )?(\d{{1,2}}) ?{_MINUTES}?)?", words)
    return timedelta(minutes=_number(both[1]) * 60 + int(both[2] or 0)) if both else None


def _tidied(text: str) -> str:
    return " ".join(folded(text).translate(_DASHES).split()).strip(" .,!")


def _time(words: str) -> time | None:
    match = _ANY_TIME.fullmatch(words)
    if match is None:
        return None
    said = MORNING if match["morning"] else AFTERNOON if match["afternoon"] else ""
    if (by_numbers := _BY_NUMBERS.fullmatch(match["time"])) is not None:
        minutes = by_numbers["minutes"] or by_numbers["at_once"] or 0
        return _on_the_clock(int(by_numbers["hour"]), int(minutes), said)
    by_words = None if _IN_FIGURES.fullmatch(match["time"]) else _BY_WORDS.fullmatch(match["time"])
    return _spoken(by_words, said) if by_words is not None else None


def _on_the_clock(hour: int, minutes: int, said: str = "") -> time | None:
    if said and 1 <= hour <= HOURS_ON_A_CLOCK:
        hour = hour % HOURS_ON_A_CLOCK + (HOURS_ON_A_CLOCK if said == AFTERNOON else 0)
    elif said == MORNING:
        return None
    return time(hour, minutes) if hour < HOURS_IN_A_DAY and minutes < MINUTES_IN_AN_HOUR else None


def _spoken(match: re.Match[str], said: str) -> time | None:
    """As it is said. "Fem i halv tre" is in the afternoon, since nobody meets at night; a lone "tre" may be a slip."""
    hour, minutes = _number(match["hour"]), _minutes_from_the_hour(match)
    if match["which"] is None and match["half"] is None:
        return _on_the_clock(hour, 0, said)
    if minutes is None or not 1 <= hour <= HOURS_ON_A_CLOCK:
        return None
    in_all = hour % HOURS_ON_A_CLOCK * MINUTES_IN_AN_HOUR + minutes
    is_afternoon = said == AFTERNOON or (not said and in_all < EARLIEST.hour * MINUTES_IN_AN_HOUR)
    in_all += HOURS_ON_A_CLOCK * MINUTES_IN_AN_HOUR if is_afternoon else 0
    return time(*divmod(in_all, MINUTES_IN_AN_HOUR)) if in_all >= 0 else None


def _minutes_from_the_hour(match: re.Match[str]) -> int | None:
    """How long after the full hour, or before it where negative; None where nobody says it so."""
    is_half_to = match["half"] == "halv "
    if match["aside"] and _number(match["aside"]) not in SAID_ASIDE:
        return None
    if match["which"] and match["half"] and (match["quarter"] or not is_half_to):
        return None
    aside = 15 if match["quarter"] else _number(match["aside"]) if match["aside"] else 0
    half = -30 if is_half_to else 30 if match["half"] else 0
    return half + (-aside if match["which"] in {"i", "to"} else aside)


def _is_time_or_times(words: str) -> bool:
    """Whether it is ten minutes to five, or from ten to five: "ten to nine" can only be the time."""
    match = re.fullmatch(rf"ten to ({_NUMBER})", words)
    return match is not None and _number(match[1]) not in range(7, 11)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else COUNTS.get(written, 0)
