"""Understand an amount as people write it: "500 000", "800 tkr", "4,5 milj", "en halv miljon kr": whole kronor."""

import re
from collections.abc import Mapping
from fractions import Fraction

from domain.day_words import COUNTS
from domain.folded import folded
from domain.pattern import Pattern
from domain.registry_number import DASHES

LEAST_VALUE, MOST_VALUE = 1_000, 10**12
"""Kronor that a procurement may be worth; a smaller number was probably meant in thousands or millions."""

_UNITS: Mapping[str, int] = {
    **dict.fromkeys(("t", "k", "tkr", "kkr", "tsek", "ksek", "tusen", "tusental", "thousand"), 10**3),
    **dict.fromkeys(("m", "mn", "mkr", "mnkr", "msek", "mio"), 10**6),
    **dict.fromkeys(("milj", "miljon", "miljoner", "million", "millions"), 10**6),
    **dict.fromkeys(("md", "mdr", "mdkr", "miljard", "miljarder", "billion"), 10**9),
}
_IN_MILLIONS = 10**6
_HALVES = {
    **dict.fromkeys(("en halv", "halv", "half a", "half"), Fraction(1, 2)),
    **dict.fromkeys(("en och en halv", "ett och ett halvt", "one and a half"), Fraction(3, 2)),
}
_ABOUT = r"(?:ca|cirka|circa|c:a|ungefar|omkring|runt|uppskattningsvis|about|around|approx(?:imately)?|~)\.? ?"
_CURRENCY = r"(?:kronor|kr|sek|:-|,-)"
_WITHOUT_TAX = r"(?: ?\(?(?:exkl|exklusive|ex|excl)\.? (?:moms|vat)\)?)?"
_AMOUNT = Pattern(
    rf"(?:{_ABOUT})?(?:{_CURRENCY} ?)?(?P<number>\d[\d .,]*|[a-z ]+?) ?"
    rf"(?:(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\.? ?)?{_CURRENCY}?\.?{_WITHOUT_TAX}[ .!]*"
)
_WHOLE = Pattern(r"\d+|\d{1,3}(?P<mark>[ .,])\d{3}(?:(?P=mark)\d{3})*")
_DECIMAL = Pattern(r"(?P<whole>\d+|\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+(?=,)|\d{1,3}(?:,\d{3})+(?=\.))[.,](\d{1,2})")


def understood_amount(text: str, *, unit: int = 1) -> int | None:
    """The kronor that the text means; None where it is not surely one amount, such as "3-4 milj".

    `unit` is what the amount counts where it names nothing itself, as below a heading that says "tkr".
    """
    match = _AMOUNT.fullmatch(" ".join(folded(text.translate(DASHES)).split()))
    if match is None:
        return None
    counts = _UNITS.get(match["unit"] or "", unit)
    number = _number(match["number"].strip(), counts, has_unit=match["unit"] is not None)
    return round(number * counts) if number is not None and number * counts <= MOST_VALUE else None


def _number(written: str, counts: int, *, has_unit: bool) -> Fraction | None:
    if (decimal := _DECIMAL.fullmatch(written)) is not None:
        whole, part = re.sub(r"\D", "", decimal["whole"]), decimal[2]
        return Fraction(f"{whole}.{part}")
    if (grouped := _WHOLE.fullmatch(written)) is not None:
        # "1.500 milj" is one and a half million or a billion and a half.
        is_either = counts >= _IN_MILLIONS and grouped["mark"] in {".", ","}
        return None if is_either else Fraction(re.sub(r"\D", "", written))
    in_words = _HALVES.get(written) or COUNTS.get(written)
    return Fraction(in_words) if in_words and has_unit else None
