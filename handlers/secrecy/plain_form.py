"""A text as it is searched: without the tricks of writing that hide a number, each character where it stood."""

import unicodedata
from functools import lru_cache

INVISIBLE = frozenset({"Cf", "Me", "Mn"})
"""The sorts of characters that are not seen, or only dress another, such as the frame around a key's digit."""

DASHES = frozenset("\N{MINUS SIGN}\N{HYPHEN BULLET}")
"""Beside those that Unicode calls dashes."""


def plain_form(text: str) -> tuple[str, list[int]]:
    """The text in lower case with usual digits, dashes and spaces, and where in the text each character stood."""
    found = [(plain, place) for place, sign in enumerate(text) if (plain := _plain(sign))]
    return "".join(plain for plain, _ in found), [place for _, place in found]


# Characters are remembered, never texts.
@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """What a character is searched as; empty for one that nobody sees."""
    category = unicodedata.category(sign)
    if sign.isspace():
        return " "
    if category in INVISIBLE:
        return ""
    if category == "Pd" or sign in DASHES:
        return "-"
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return unicodedata.normalize("NFKC", sign).lower()[:1]
