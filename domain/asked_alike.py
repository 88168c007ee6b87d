"""Questions to the city that ask the same: what several suppliers ask belongs in the list of what is asked often."""

from collections.abc import Sequence

from domain.faq_words import EMPTY, words_of
from domain.frozen import frozen
from domain.word_stem import stem

OFTEN = 3
"""From so many suppliers on."""

ALIKE = 0.6
"""Two are alike where so much of all the words that they tell stands in both (the coefficient of Dice)."""


@frozen
class AskedOnce:
    """A question to the city, and which supplier asked it."""

    question_id: int
    supplier_id: int | None
    words: str


def asked_often(questions: Sequence[AskedOnce]) -> tuple[tuple[AskedOnce, ...], ...]:
    """Those that several suppliers ask, together with those like them: what the most ask comes first.

    Each stands in one group at most: with the first that it is like.
    """
    groups: list[list[AskedOnce]] = []
    for each in questions:
        alike = next((group for group in groups if are_alike(group[0].words, each.words)), None)
        if alike is None:
            groups.append([each])
        else:
            alike.append(each)
    often = [tuple(group) for group in groups if _suppliers(group) >= OFTEN]
    return tuple(sorted(often, key=_suppliers, reverse=True))


def are_alike(one: str, other: str) -> bool:
    """Whether two questions ask the same, as far as their words tell: whatever their endings and their order."""
    told, told_there = _told(one), _told(other)
    shared = len(told & told_there)
    return shared > 0 and 2 * shared >= ALIKE * (len(told) + len(told_there))


def _told(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(words) if word not in EMPTY)


def _suppliers(group: Sequence[AskedOnce]) -> int:
    return len({each.supplier_id for each in group})
