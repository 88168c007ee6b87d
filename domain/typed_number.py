"""Understand a number as people type it: "2", "2.", "nr 2", "två", "tvåan", "alternativ 2", "the second one"."""

import re
import unicodedata
from functools import cache

from domain.pattern import Pattern
from domain.typed_text import unmarked

KEYCAP_TEN = "\N{KEYCAP TEN}"
_NOT_READ = frozenset({"Mn", "Me", "So", "Sk", "Cf"})
"""Marks, frames and pictures."""

_ONES = (
    "noll zero nolla nollan",
    "ett en one etta ettan",
    "två two tvåa tvåan",
    "tre three trea trean",
    "fyra four fyran",
    "fem five femma femman",
    "sex six sexa sexan",
    "sju seven sjua sjuan",
    "åtta eight åttan",
    "nio nie nine nia nian",
    "tio tie ten tia tian",
    "elva eleven elvan",
    "tolv twelve tolvan",
    "tretton thirteen",
    "fjorton fourteen",
    "femton fifteen",
    "sexton sixteen",
    "sjutton seventeen",
    "arton aderton eighteen",
    "nitton nineteen",
)
_TENS = ("tjugo twenty", "trettio thirty", "fyrtio forty", "femtio fifty")
_ORDINALS = (
    "första first",
    "andra second",
    "tredje third",
    "fjärde fourth",
    "femte fifth",
    "sjätte sixth",
    "sjunde seventh",
    "åttonde eighth",
    "nionde ninth",
    "tionde tenth",
)


_LAST_DIGIT = 9


def _named() -> dict[str, int]:
    """Every number up to 59 by its names, without marks over the letters."""
    ones = {unmarked(name): number for number, names in enumerate(_ONES) for name in names.split()}
    digits = {name: number for name, number in ones.items() if 0 < number <= _LAST_DIGIT}
    tens = {name: ten * 10 for ten, names in enumerate(_TENS, start=2) for name in names.split()}
    both = {f"{ten}{gap}{digit}": tens[ten] + digits[digit] for ten in tens for digit in digits for gap in ("", " ")}
    return {**ones, **tens, **both}


_NUMBERS = _named()
_PLACES = {unmarked(name): place for place, names in enumerate(_ORDINALS, start=1) for name in names.split()}

_BEFORE = r"(?:(?:nr|nummer|no|number|alternativ|alt|val|svar|knapp|punkt|option|choice|button|answer)[.:]? ?|# ?)*"
_BEHIND = r"(?::?(?:an|a|e|(?<=1)st|nd|rd|th))?(?:,? ?(?:tack|please))?"
"""But not "2 st", which counts something."""
_PLACE = Pattern(r"(?:den|det|the) (?P<place>[a-z]+)(?: (?:alternativet|knappen|valet|one|option|button))?[ .!]*")


def understood_number(text: str) -> int | None:
    """The number that the text consists of; None where it is not surely one."""
    words = " ".join(_plain(text).split())
    if place := _PLACE.fullmatch(words):
        return _PLACES.get(place["place"])
    match = _number().fullmatch(words)
    if match is None:
        return None
    return int(match["number"]) if match["number"].isdecimal() else _NUMBERS[match["number"]]


@cache
def _number() -> re.Pattern[str]:
    """By digits or by name; compiled when somebody first types something, for the names are many."""
    return re.compile(rf"{_BEFORE}\(?(?P<number>\d{{1,6}}|{'|'.join(_NUMBERS)})\)?{_BEHIND}[ .,:;!)]*")


def _plain(text: str) -> str:
    """In small letters without marks over them and without pictures; signs such as a minus are left."""
    parts = unicodedata.normalize("NFKD", text.replace(KEYCAP_TEN, "10")).casefold()
    return "".join(sign for sign in parts if unicodedata.category(sign) not in _NOT_READ)
