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
    groups: list[tuple[frozenset[str], list[AskedOnce]]] = []
    for each in questions:
        told = told_in(each.words)
        alike = next((group for first, group in groups if are_alike(first, told)), None)
        if alike is None:
            groups.append((told, [each]))
        else:
            alike.append(each)
    often = [tuple(group) for _, group in groups if _suppliers(group) >= OFTEN]
    return tuple(sorted(often, key=_suppliers, reverse=True))


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two questions that tell this ask the same."""
    shared = len(one & other)
    return shared > 0 and 2 * shared >= ALIKE * (len(one) + len(other))


def told_in(words: str) -> frozenset[str]:
    """The words that tell something, whatever their endings and their order."""
    return frozenset(stem(word) for word in words_of(words) if word not in EMPTY)


def _suppliers(group: Sequence[AskedOnce]) -> int:
    return len({each.supplier_id for each in group})
