"""Understand how many months something lasts, as people write it: "24", "2 år", "18 mån", "ett och ett halvt år"."""

import re
from fractions import Fraction
from math import ceil

from domain.day_words import COUNTS
from domain.folded import folded
from domain.pattern import Pattern

MOST_MONTHS = 240
"""Twenty years: nothing is bought for longer."""

_HALVES = {
    **dict.fromkeys(("ett halvt", "ett halv", "halv", "half a", "half"), Fraction(1, 2)),
    **dict.fromkeys(("ett och ett halvt", "one and a half", "a year and a half"), Fraction(3, 2)),
    **dict.fromkeys(("tva och ett halvt", "two and a half"), Fraction(5, 2)),
}
_MONTHS_IN = {"manad": Fraction(1), "ar": Fraction(12), "vecka": Fraction(12, 52)}
_LENGTH = Pattern(
    r"(?P<number>\d{1,3}(?:[.,]\d{1,2})?|[a-z -]+?)(?: ?(?:"
    r"(?P<manad>man|manad|manader|months?|mth|mths)|(?P<ar>ar|ars|years?|yrs?)|(?P<vecka>v|vecka|veckor|weeks?)"
    r")\.?)?[ .!]*"
)


def understood_months(text: str, *, unit: int = 1) -> int | None:
    """How many months the text means; None where it is not surely one length, such as "2+1 år".

    A begun month counts as one: four and a half are more than four, from which on it pays to ask.

    `unit` is what a bare number counts, in months, as below a heading that says "år".
    """
    words = re.sub(r"^(?:i|for|under) ", "", " ".join(folded(text).split()))
    if words in {"halvar", "ett halvar", "half a year"}:
        return 6
    match = _LENGTH.fullmatch(words)
    number = _number(match["number"].strip()) if match else None
    if match is None or number is None:
        return None
    named = next((_MONTHS_IN[name] for name in _MONTHS_IN if match[name]), Fraction(unit))
    return _within(ceil(number * named))


def _within(months: int) -> int | None:
    return months if months <= MOST_MONTHS else None


def _number(written: str) -> Fraction | None:
    digits = written.replace(",", ".")
    number = Fraction(digits) if digits[:1].isdigit() else _HALVES.get(written) or COUNTS.get(written)
    return Fraction(number) if number else None
