"""An invitation as people pass it on: its link or its bare code, with whatever a message has around it or within.

Codes of today are understood in capitals too, and in parts. Those that were made before (27 letters of both cases,
digits, hyphens and underscores) are understood as they are written.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from urllib.parse import unquote

from domain.invitation import CODE_LENGTH, SIGNS
from domain.pattern import Pattern

OLD_CODE_LENGTH = 27
FEWEST_SIGNS = 16
"""So many stand in a row where somebody has passed on most of a code."""

MOST_TRIED = 8
"""Of the codes that one text may hold."""

_START = Pattern(
    r"(?:\bstart=|/start(?:@\w+)?\s)\W*?(?=(?P<behind>[\w-]+(?:\s+[\w-]+){0,4}))", re.IGNORECASE | re.ASCII
)
_START_WITHOUT_SPACE = Pattern(rf"/start(?=[A-Za-z0-9_-]{{{OLD_CODE_LENGTH}}})", re.IGNORECASE)
_WORD = Pattern(r"[\w-]+", re.ASCII)
_NEW_CODE = Pattern(rf"[{SIGNS}]{{{CODE_LENGTH}}}")
_OLD_CODE = Pattern(rf"(?=.+[A-Z])(?=.*[a-z])[A-Za-z0-9_-]{{{OLD_CODE_LENGTH}}}")
"""With a capital within, or "arbetsmarknadsforvaltningen" would be one."""

_PART_OF_CODE = Pattern(rf"(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9_-]{{{FEWEST_SIGNS},64}}")


def codes_in(text: str) -> list[str]:
    """The codes that a text passes on, the likeliest first; none where it is about something else."""
    if len(text) < OLD_CODE_LENGTH:
        return []
    seen = _as_searched(text)
    words = _WORD.findall(seen)
    found = [*_new_codes(words), *_old_codes(seen), *filter(_OLD_CODE.fullmatch, words)]
    return list(dict.fromkeys(found))[:MOST_TRIED]


def means_a_code(text: str) -> bool:
    """Whether somebody who is not in may have meant to pass on a code, though it is none, or not all of one."""
    seen = _as_searched(text)
    return _START.search(seen) is not None or any(map(_PART_OF_CODE.fullmatch, _WORD.findall(seen)))


def _as_searched(text: str) -> str:
    """Without what is not seen, with usual letters; links that a mail filter has wrapped in its own are unwrapped."""
    usual = _START_WITHOUT_SPACE.sub("/start ", unicodedata.normalize("NFKC", unquote(text)))
    return "".join(sign for sign in usual if unicodedata.category(sign) != "Cf")


def _old_codes(seen: str) -> Iterator[str]:
    """Codes from before where a link or /start has them; a mail may have broken one, with words behind it."""
    for start in _START.finditer(seen):
        parts = start["behind"].split()
        if len(parts[0]) == OLD_CODE_LENGTH:
            yield parts[0]
        yield from filter(_OLD_CODE.fullmatch, accumulate(parts))


def _new_codes(words: list[str]) -> Iterator[str]:
    """Codes of today among the words, whole or in parts that stand behind one another."""
    parts = [word.lower().replace("-", "").replace("_", "") for word in words]
    for first in range(len(parts)):
        for count, joined in enumerate(accumulate(parts[first : first + CODE_LENGTH]), start=1):
            # Of words in a row, those of a language are no code: one has digits.
            if _NEW_CODE.fullmatch(joined) and (count == 1 or any(map(str.isdecimal, joined))):
                yield joined
            if len(joined) >= CODE_LENGTH:
                break
