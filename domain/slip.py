"""A word with one slip of the fingers in it: "raportera", "takc", "febuari", "frdag".

Among all that people may write only what is surely a slip is taken for one: where a letter is wrong at the end it may
be another form of the word ("personen" is not "personer"), and a short word with a letter more or less is easily
another word ("tak" is a roof, not "tack"). Where a day is asked for, few other words are to be expected.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import takewhile

FEWEST_LETTERS = 4
"""A word of so many letters is known with two of them the wrong way round."""
WITHOUT_ONE, WITH_A_WRONG_ONE = 6, 8
"""As many letters has a word that is known with one missing or too many, and with one that is wrong."""

FEWEST_IN_A_NAME = 5
"""In a shorter name of a day or a month one letter makes another: "juni" and "juli"."""

NO_SLIPS = frozenset({"fridag", "manad", "mandal", "mandat", "match", "sunda", "sundby"})
"""Words and places of their own, one letter from a day or a month."""


def only_near(typed: str, words: frozenset[str]) -> str | None:
    """The word that was meant; None where there is none with one slip, or more than one."""
    lengths = (len(typed) - 1, len(typed), len(typed) + 1)
    near = [word for each in lengths for word in _sorted(words).get((typed[:1], each), ()) if is_slip(typed, word)]
    return near[0] if len(near) == 1 else None


@cache
def _sorted(words: frozenset[str]) -> Mapping[tuple[str, int], AbstractSet[str]]:
    """By first letter and length, since every text that is typed is looked at."""
    found: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for word in words:
        found[word[:1], len(word)].add(word)
    return found


def is_slip(typed: str, word: str) -> bool:
    """Whether it is the word with one slip in it, behind the first letter."""
    wrong, right = _apart(typed, word)
    if len(word) < FEWEST_LETTERS or not _is_one_slip(wrong, right) or typed[0] != word[0]:
        return False
    if len(right) == len(wrong) == len("ab"):
        return True
    fewest = WITH_A_WRONG_ONE if len(wrong) == len(right) else WITHOUT_ONE
    return typed[-1] == word[-1] and len(word) >= fewest


def mended(words: str, names: Mapping[str, object]) -> str:
    """The words, where each that is nearly a name is the name. Names that mean the same may both be near."""
    return re.sub(rf"[a-z]{{{FEWEST_IN_A_NAME},}}", lambda found: _mended_word(found[0], names), words)


def _mended_word(word: str, names: Mapping[str, object]) -> str:
    if word in names or word in NO_SLIPS:
        return word
    near = [name for name in names if len(name) >= FEWEST_IN_A_NAME and _is_slip_of(name, word)]
    return near[0] if len({names[name] for name in near}) == 1 else word


def _is_slip_of(name: str, word: str) -> bool:
    return _is_one_slip(*_apart(word, name)) and not _is_of_many(name, word)


def _is_of_many(name: str, word: str) -> bool:
    """Whether the ending says more than one: "fredags", "Mondays" and "fredagar" are no day."""
    return word[-1] in "sr" and word[-1] != name[-1]


def _is_one_slip(wrong: str, right: str) -> bool:
    """Whether one letter is missing, too many or wrong, or has changed places with the next."""
    are_swapped = len(right) == len("ab") and wrong == right[::-1]
    return are_swapped or max(len(wrong), len(right)) == 1


def _apart(one: str, other: str) -> tuple[str, str]:
    """What is left of both without what they begin with alike, and end with alike."""
    begins = _alike(one, other)
    one, other = one[begins:], other[begins:]
    ends = _alike(one[::-1], other[::-1])
    return one[: len(one) - ends], other[: len(other) - ends]


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
