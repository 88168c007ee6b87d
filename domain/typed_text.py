"""Texts as people type them: what is kept of one, and how two are compared."""

import unicodedata

from domain.folded import folded
from domain.pattern import Pattern

_FRAMED_DIGIT = Pattern("([0-9])\N{VARIATION SELECTOR-16}?\N{COMBINING ENCLOSING KEYCAP}")
_JOINER = "\N{ZERO WIDTH JOINER}"
_WORD = Pattern(r"[^\W_]+")
_APOSTROPHES = Pattern("['\N{RIGHT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}`]")


def cleaned(text: str) -> str:
    """The text as it is kept: letters whole (NFC), without signs that nobody sees, a key's digit as the digit."""
    if text.isascii():
        return text
    digits = _FRAMED_DIGIT.sub(r"\1", text)
    seen = (sign for place, sign in enumerate(digits) if not _is_unseen(digits, place))
    return unicodedata.normalize("NFC", "".join(seen))


def compared(text: str) -> str:
    """The text's words in small letters with one space between, without anything else: no dots, no pictures."""
    return " ".join(_WORD.findall(_APOSTROPHES.sub("", unicodedata.normalize("NFKC", text)).casefold()))


def unmarked(text: str) -> str:
    """The same words without dots and rings over their letters, as they are written in a hurry or on other keys."""
    return folded(compared(text))


def _is_unseen(text: str, place: int) -> bool:
    """Whether nobody sees the sign. A joiner between two pictures is left: it makes them one."""
    if unicodedata.category(text[place]) != "Cf":
        return False
    around = text[max(place - 1, 0) : place + 2]
    return text[place] != _JOINER or len(around) < len("a+b") or any(map(_is_word_or_space, around))


def _is_word_or_space(sign: str) -> bool:
    return sign.isalnum() or sign.isspace()
