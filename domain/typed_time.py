"""Understand a time of day as people type it: "10.30", "halv tio", "kvart över åtta", "10am"; "10–11"; "45 min"."""

import re
from datetime import time, timedelta

from domain.day_words import COUNTS, any_of
from domain.folded import folded
from domain.frozen import frozen
from domain.slip import mended
from domain.small_talk import without_small_talk

EARLIEST, LATEST = time(6), time(21, 59)
"""Nobody means to meet outside these."""

MORNING, AFTERNOON = "morning", "afternoon"
HOURS_ON_A_CLOCK, HOURS_IN_A_DAY, MINUTES_IN_AN_HOUR = 12, 24, 60
SAID_ASIDE = (5, 10, 20, 25)
"""The minutes before or after an hour, or a half, that are said so."""
ARTICLES = ("en", "a", "an")

_SIGNS = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("’´`", "'")})
_CLOCK = r"(?:(?:klockan|kl|at|prick)(?:\. ?| |(?=\d)))*"
_AFTERNOON = r"pm|p\.m|em|e\.m|pa (?:eftermiddagen|kvallen)|in the (?:afternoon|evening)"
_HALF_OF_DAY = (
    r"(?P<morning>am|a\.m|fm|f\.m|pa (?:morgonen|formiddagen)|in the morning)|"
    rf"(?P<afternoon>{_AFTERNOON})"
)
_SAID_BEHIND = rf"(?: |(?<=\d))(?:{_HALF_OF_DAY})$"
_NUMBER = rf"(?:\d{{1,2}}|{any_of(COUNTS.keys() - ARTICLES)})"
_BY_WORDS = (
    rf"(?:(?:(?P<quarter>kvart|(?:a )?quarter)|(?P<aside>{_NUMBER})(?: minuter| minutes)?) (?P<which>i|over|to|past) )?"
    rf"(?P<half>halv ?|half past )?(?P<hour>{_NUMBER})"
)
_BY_NUMBERS = r"(?P<hour>\d{1,2})(?:[.:,] ?(?P<minutes>\d{2})|(?P<at_once>\d{2}))?(?: ?h)?"
_APART = rf"(?P<hour>\d{{1,2}}) (?P<minutes>\d{{2}})|(?P<hour_said>{_NUMBER}) (?:och )?(?P<minutes_said>{_NUMBER})"
_AT_NOON = frozenset({"noon", "12 noon", "midday"})
LONGEST_BY_TWO_NUMBERS = 3
"""Hours between two numbers that may be from when to when: "10 11", "tio tolv"."""
FEWEST_MINUTES_SAID = 15
_ANY_TIME = rf"{_CLOCK}(?P<time>.+?)(?: o'clock| prick| sharp)?(?:(?: |(?<=\d))(?:{_HALF_OF_DAY})\.?)?"
_IN_FIGURES = r"\d+ to \d+"
"""From when to when, and not the minutes before an hour."""
_FROM_TO = r"(?:fran |from )?(.+?) ?(?:-| till | to | until ) ?(.+)"
"""Not "mellan 10 och 11", which is any time between."""
_NAMES = {name: name for name in ("klockan", "kvart", "quarter")}
_LENGTHS_BY_NAME = {
    **dict.fromkeys(("en kvart", "a quarter", "a quarter of an hour"), 15),
    **dict.fromkeys(("en halvtimme", "halvtimme", "en halv timme", "halv timme", "half an hour", "half hour"), 30),
    **dict.fromkeys(("tre kvart", "three quarters of an hour"), 45),
    **dict.fromkeys(("halvannan timme", "en och en halv timme", "an hour and a half", "one and a half hours"), 90),
}
_MINUTES, _HOURS = r"(?:min|minut|minuter|minutes?|m)", r"(?:h|tim|timma|timme|timmar|hours?|hrs?)"


@frozen
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
    words = mended(without_small_talk(_tidied(text)), _NAMES).strip(" .,!")
    if _is_time_or_times(words):
        return None
    if (alone := _time(words)) is not None:
        return Times(alone)
    parts = re.fullmatch(_FROM_TO, words)
    ends = _time(parts[2]) if parts else None
    if parts is None or ends is None:
        return None
    # "1–3 pm" begins in the afternoon too, "11–1 pm" does not.
    said = re.search(_SAID_BEHIND, parts[2])
    begins = [_time(f"{parts[1]} {said[0].strip()}") if said else None, _time(parts[1])]
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
    return " ".join(folded(text).translate(_SIGNS).split()).strip(" .,!")


def _time(words: str) -> time | None:
    match = re.fullmatch(_ANY_TIME, words)
    if match is None:
        return None
    said = MORNING if match["morning"] else AFTERNOON if match["afternoon"] else ""
    if (by_numbers := re.fullmatch(_BY_NUMBERS, match["time"])) is not None:
        return _in_figures(by_numbers, said)
    if (apart := re.fullmatch(_APART, match["time"])) is not None:
        return _hour_and_minutes(apart, said)
    if match["time"] in _AT_NOON:
        return time(12)
    by_words = None if re.fullmatch(_IN_FIGURES, match["time"]) else re.fullmatch(_BY_WORDS, match["time"])
    return _spoken(by_words, said) if by_words is not None else None


def _in_figures(match: re.Match[str], said: str) -> time | None:
    """As it is written; a zero before the hour says that it is the morning. "100" may be a slip for "10.00"."""
    hour, at_once = match["hour"], match["at_once"]
    if at_once and len(hour) == 1 and int(hour) < EARLIEST.hour:
        return None
    minutes = int(match["minutes"] or at_once or 0)
    return _on_the_clock(int(hour), minutes, said, is_morning=hour.startswith("0"))


def _hour_and_minutes(match: re.Match[str], said: str) -> time | None:
    """The hour, and the minutes behind it: "14 30", "tio trettio"; "10 11" may be from when to when."""
    hour, minutes = _number(match["hour"] or match["hour_said"]), _number(match["minutes"] or match["minutes_said"])
    is_surely_minutes = minutes >= FEWEST_MINUTES_SAID or (match["minutes"] or "").startswith("0")
    if not is_surely_minutes or hour < minutes <= hour + LONGEST_BY_TWO_NUMBERS:
        return None
    return _on_the_clock(hour, minutes, said, is_morning=(match["hour"] or "").startswith("0"))


def _on_the_clock(hour: int, minutes: int, said: str = "", *, is_morning: bool = False) -> time | None:
    """By its hour and minutes. Meetings are in the daytime: "3" is in the afternoon, and "12 am" may be a slip."""
    if said == MORNING and hour >= HOURS_ON_A_CLOCK:
        return None
    is_afternoon = said == AFTERNOON or (not said and not is_morning and hour < EARLIEST.hour)
    if is_afternoon and 1 <= hour < HOURS_ON_A_CLOCK:
        hour += HOURS_ON_A_CLOCK
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
    is_half_to = (match["half"] or "").strip() == "halv"
    if match["aside"] and _number(match["aside"]) not in SAID_ASIDE:
        return None
    if match["which"] and match["half"] and (match["quarter"] or not is_half_to):
        return None
    aside = 15 if match["quarter"] else _number(match["aside"]) if match["aside"] else 0
    half = -30 if is_half_to else 30 if match["half"] else 0
    return half + (-aside if match["which"] in {"i", "to"} else aside)


def _is_time_or_times(words: str) -> bool:
    """Whether it is ten minutes to five, or from ten to five: "ten to nine" can only be the time."""
    if figures := re.fullmatch(r"(\d{1,2}) to (\d{1,2})", words):
        return int(figures[1]) in SAID_ASIDE and int(figures[2]) <= HOURS_ON_A_CLOCK
    match = re.fullmatch(rf"ten to ({_NUMBER})", words)
    return match is not None and _number(match[1]) not in range(7, 11)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else COUNTS.get(written, 0)
