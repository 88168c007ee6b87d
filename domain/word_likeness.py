"""How much a word that somebody typed is like one that they may have meant: an ending, a compound, a slip."""

from functools import cache

from domain.word_stem import stem

SAME, PART, SLIPPED = 1.0, 0.95, 0.85
"""The same word whatever its ending; the word with something before or behind it; the word with a slip in it."""

FEWEST_BEFORE, FEWEST_WITHIN = 4, 5
"""Letters of a word by which a longer one begins ("facket" in "fackklubb"), or which stand anywhere in it."""

FEWEST_WITH_A_SLIP, FEWEST_WITH_TWO = 5, 9
"""Letters of a word that is known with one slip in it, and with two."""


@cache
def likeness(typed: str, meant: str) -> float:
    """From 0, another word, to 1, the same. Both are folded."""
    if typed == meant:
        return SAME
    typed_stem, meant_stem = stem(typed), stem(meant)
    if typed_stem == meant_stem:
        return SAME
    if typed.isdecimal() or meant.isdecimal():
        return 0.0
    if _is_in(typed, meant_stem):
        return PART
    return SLIPPED if _is_slip(typed, meant) or _is_slip(typed_stem, meant_stem) else 0.0


def _is_in(typed: str, meant: str) -> bool:
    is_first = len(meant) >= FEWEST_BEFORE and typed.startswith(meant)
    return is_first or (len(meant) >= FEWEST_WITHIN and meant in typed)


def _is_slip(typed: str, meant: str) -> bool:
    if len(meant) < FEWEST_WITH_A_SLIP or typed[:1] != meant[:1]:
        return False
    most = 2 if len(meant) >= FEWEST_WITH_TWO else 1
    return abs(len(typed) - len(meant)) <= most and slips(typed, meant) <= most


def slips(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many, or have changed places (optimal string alignment)."""
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for place, meant in enumerate(other, start=1):
            cost = min(above[place] + 1, line[-1] + 1, above[place - 1] + (letter != meant))
            if row > 1 and place > 1 and letter == other[place - 2] and one[row - 2] == meant:
                cost = min(cost, before[place - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]
