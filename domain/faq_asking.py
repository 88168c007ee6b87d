"""Whether a text asks something at all, by its words: what only tells or offers something is seldom a question."""

from collections.abc import Sequence

from domain.faq_words import ASKING, ASKING_OR_TELLING, ELSEWHERE, EMPTY, OFFERING, ONESELF, THANKING, WANTING

FEW_WORDS, FEWER_WORDS = 5, 3
"""So many words that tell something has a text that asks whatever it says: "facket då"; the second where it says who
does something."""


def asks(words: Sequence[str], *, has_mark: bool) -> bool:
    """Whether it can be a question: by its mark, by a word, or because it is short and tells nothing of its writer."""
    wants = not WANTING.isdisjoint(words) and OFFERING.isdisjoint(words)
    if has_mark or wants or not ASKING.isdisjoint(words):
        return True
    if not OFFERING.isdisjoint(words) or not ONESELF.isdisjoint(words[:1]):
        return False
    is_short = len(telling(words)) <= (FEW_WORDS if ONESELF.isdisjoint(words) else FEWER_WORDS)
    return is_short or not ASKING_OR_TELLING.isdisjoint(words)


def only_thanks(words: Sequence[str], *, has_mark: bool) -> bool:
    """Whether somebody thanks for something, whatever that is, and asks nothing besides."""
    return not THANKING.isdisjoint(words[:1]) and not has_mark and ASKING.isdisjoint(words)


def is_about_something_else(words: Sequence[str]) -> bool:
    """Whether it has a word of another matter, such as invoices."""
    return any(word.startswith(ELSEWHERE) for word in words)


def telling(words: Sequence[str]) -> Sequence[str]:
    """Those of the words that say something of the matter."""
    return [word for word in words if word not in EMPTY]
