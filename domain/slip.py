"""A word with one slip of the fingers in it: "raportera", "takc".

Only what is surely a slip: where a letter is wrong at the end it may be another form of the word ("personen" is not
"personer"), and a short word with a letter more or less is easily another word ("tak" is a roof, not "tack").
"""

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import takewhile

FEWEST_LETTERS = 4
"""A word of so many letters is known with two of them the wrong way round."""
WITHOUT_ONE, WITH_A_WRONG_ONE = 6, 8
"""As many letters has a word that is known with one missing or too many, and with one that is wrong."""


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
    if len(word) < FEWEST_LETTERS or abs(len(typed) - len(word)) > 1:
        return False
    wrong, right = _apart(typed, word)
    if len(right) == len("ab") and wrong == right[::-1]:
        return typed[0] == word[0]
    if typed[0] != word[0] or typed[-1] != word[-1]:
        return False
    if {len(wrong), len(right)} == {0, 1}:
        return len(word) >= WITHOUT_ONE
    return len(wrong) == len(right) == 1 and len(word) >= WITH_A_WRONG_ONE


def _apart(one: str, other: str) -> tuple[str, str]:
    """What is left of both without what they begin with alike, and end with alike."""
    begins = _alike(one, other)
    one, other = one[begins:], other[begins:]
    ends = _alike(one[::-1], other[::-1])
    return one[: len(one) - ends], other[: len(other) - ends]


def _alike(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
