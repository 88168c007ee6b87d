"""A day in plainer words: without small talk and the time behind it, slips mended, "1 mars nästa år" with its year."""

import re
from datetime import date

from domain.day_words import COUNTS, MONTHS, ORDINALS, WEEKDAYS
from domain.pattern import Pattern
from domain.slip import mended
from domain.small_talk import without_small_talk
from domain.typed_time import understood_times

LONGEST = 120
"""Whoever writes more than that says more than a day."""

DAY_BEFORE, YESTERDAY, TODAY, TOMORROW, DAY_AFTER = -2, -1, 0, 1, 2
FROM_TODAY = {
    **dict.fromkeys(("forrgar", "i forrgar", "iforrgar"), DAY_BEFORE),
    **dict.fromkeys(("the day before yesterday", "day before yesterday"), DAY_BEFORE),
    **dict.fromkeys(("igar", "i gar", "yesterday"), YESTERDAY),
    **dict.fromkeys(("idag", "i dag", "today"), TODAY),
    **dict.fromkeys(("imorgon", "i morgon", "imorron", "i morron", "imorrn", "i morrn", "imorn", "i morn"), TOMORROW),
    **dict.fromkeys(("tomorrow", "tommorow", "tmrw", "tmr", "tmw", "2morrow"), TOMORROW),
    **dict.fromkeys(("overmorgon", "i overmorgon", "iovermorgon", "i over morgon", "i overmorron"), DAY_AFTER),
    **dict.fromkeys(("overimorgon", "i overimorgon", "overmorn", "i overmorn"), DAY_AFTER),
    **dict.fromkeys(("the day after tomorrow", "day after tomorrow"), DAY_AFTER),
}
_NAMES = {
    **{name: ("weekday", number) for name, number in WEEKDAYS.items()},
    **{name: ("month", number) for name, number in MONTHS.items()},
    **{name: ("ahead", days) for name, days in FROM_TODAY.items() if " " not in name},
    **{name: ("other", name) for name in (*COUNTS, *ORDINALS, "morgon", "vecka", "veckan", "nasta")},
}

_LIMIT = r"(?:allra |absolut )?senast|till och med|t\.? ?o\.? ?m\.?|tom|until|by|no later than|at the latest"
_LIMIT_BEFORE, _LIMIT_BEHIND = Pattern(rf"(?:{_LIMIT})(?= )"), Pattern(r",? (?:senast|at the latest)$")
_PART_OF_DAY = Pattern(
    r",? (?:bitti|(?:pa )?(?:morgonen|formiddagen|eftermiddagen|kvallen)|formiddag|eftermiddag|kvall|fm|em|"
    r"efter lunch|fore lunch|(?:in the )?(?:morning|afternoon|evening)|after lunch|before lunch)$"
)
_TIME_BEHIND = Pattern(r"(?P<day>.+?),? (?P<time>(?:kl|klockan|at)\b\.? ?.+|\d{1,2}[.:]\d\d)")
_BOTH_BY_NUMBER = Pattern(r"(?:den )?(\d{1,2}):?(?:a|e|de) i (?:den )?(\d{1,2}):?(?:a|e|de)")
_APART = Pattern(r"(\d{4}) (\d\d) (\d\d)")


def plainer(words: str, today: date) -> str:
    """The same day in words that are easier to read; as they are where there is nothing to make easier."""
    if len(words) > LONGEST:
        return words
    plain = _without_time(mended(without_small_talk(words), _NAMES))
    plain = _PART_OF_DAY.sub("", _LIMIT_BEHIND.sub("", plain))
    plain = re.sub(r" (?:nasta ar|next year)$", f" {today.year + 1}", plain)
    plain = re.sub(r" (?:i ar|this year)$", f" {today.year}", plain)
    return _APART.sub(r"\1-\2-\3", _BOTH_BY_NUMBER.sub(r"\1/\2", plain))


def is_limit(words: str) -> bool:
    """Whether they say by when something is to be done, and not when it begins: "senast 1 mars"."""
    said = without_small_talk(words[:LONGEST])
    return _LIMIT_BEFORE.match(said) is not None or _LIMIT_BEHIND.search(said) is not None


def _without_time(words: str) -> str:
    """The day before a time of day, which says more than was asked: "4 dec kl 10"."""
    match = _TIME_BEHIND.fullmatch(words)
    return match["day"] if match is not None and understood_times(match["time"]) is not None else words
