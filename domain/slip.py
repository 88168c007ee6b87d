"""A name typed with one letter wrong: "decmber", "frdag", "febuari". One that may be two names is left as it is."""

import re
from collections.abc import Mapping
from itertools import takewhile

FEWEST_LETTERS = 5
"""In a shorter word one letter makes another word: "juni" and "juli"."""

NO_SLIPS = frozenset({"fridag", "manad", "mandal", "mandat", "match", "sunda", "sundby"})
"""Words and places of their own, one letter from a day or a month."""


def mended(words: str, names: Mapping[str, object]) -> str:
    """The words, where each that is nearly a name is the name. Names that mean the same may both be near."""
    return re.sub(rf"[a-z]{{{FEWEST_LETTERS},}}", lambda found: _mended_word(found[0], names), words)


def _mended_word(word: str, names: Mapping[str, object]) -> str:
    if word in names or word in NO_SLIPS:
        return word
    near = [name for name in names if len(name) >= FEWEST_LETTERS and _is_slip_of(name, word)]
    return near[0] if len({names[name] for name in near}) == 1 else word


def _is_slip_of(name: str, word: str) -> bool:
    """Whether one letter is missing, too many, wrong, or has changed places with the next."""
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(name, word, strict=False))))
    meant, typed = name[same:], word[same:]
    are_swapped = typed[:2] == meant[:2][::-1] and typed[2:] == meant[2:]
    is_off_by_one = typed[1:] == meant or typed == meant[1:] or typed[1:] == meant[1:]
    return (is_off_by_one or are_swapped) and not _is_of_many(name, word)


def _is_of_many(name: str, word: str) -> bool:
    """Whether the ending says more than one: "fredags", "Mondays" and "fredagar" are no day."""
    return word[-1] in "sr" and word[-1] != name[-1]
