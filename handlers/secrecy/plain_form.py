"""A text as it is searched: without the tricks of writing that hide a number, each character where it stood."""

import unicodedata

INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d")
AT_SIGNS = frozenset("\uff20\ufe6b")


def plain_form(text: str) -> tuple[str, list[int]]:
    """The text in lower case with usual digits, dashes and spaces, and where in the text each character stood."""
    found = [(sign, place) for place, each in enumerate(text) for sign in _plain(each)]
    return "".join(sign for sign, _ in found), [place for _, place in found]


def _plain(sign: str) -> str:
    """What a character is searched as; empty for one that nobody sees."""
    if sign in INVISIBLE:
        return ""
    if sign.isspace():
        return " "
    if sign in DASHES:
        return "-"
    if sign in AT_SIGNS:
        return "@"
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return unicodedata.normalize("NFKC", sign).lower()[:1]
