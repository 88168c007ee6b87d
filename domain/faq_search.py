"""Which of the questions that are asked often a text asks, however it is put: in one word, misspelt, in dialect.

Each has what people say for it (`messages/<language>/faq.toml`); what the city has added is found by its own words. It
is no library's search: those rank documents by words, and here are fifteen matters with many names each.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import log

from domain.faq import AskedOften, Phrases
from domain.faq_words import ASKING, EMPTY, OFFERING, SPOKEN
from domain.frozen import frozen
from domain.typed_text import unmarked
from domain.word_likeness import likeness
from domain.word_stem import stem

ALONE, TOGETHER = 1.0, 1.25
"""What it weighs where a text has what is said for an entry alone, and where it has what says it together."""

BESIDE = 0.3
"""So much weighs each further thing that is said for it, and that the text shares the words of its question."""

ENOUGH, A_LITTLE = 0.8, 0.25
"""So much weighs what is offered to somebody who hasn't looked for it, and to somebody who has."""

MORE_THAN_ENOUGH = 1.2
"""So much is needed of a text that asks nothing."""

FEW_WORDS = 3
"""So short a text asks, whatever it says: "lön", "facket då"."""


@frozen
class Found:
    """An entry that a text may ask for, and how much says so."""

    entry: AskedOften
    weight: float


def best(entries: Sequence[AskedOften], text: str, *, is_looked_for: bool = False) -> tuple[AskedOften, ...]:
    """The entries that the text asks for, the surest first; none where it asks for none of them.

    Where something is looked for, what fits a little is better than nothing.
    """
    said = _words(text)
    enough = A_LITTLE if is_looked_for else (ENOUGH if _asks(text, said) else MORE_THAN_ENOUGH)
    weighed = [Found(each.entry, each.weigh(said)) for each in _indexed(tuple(entries)) if not each.entry.is_hidden]
    surest = sorted(weighed, key=lambda found: found.weight, reverse=True)
    return tuple(found.entry for found in surest if found.weight >= enough)


Said = Sequence[str]
"""The words of a text, folded."""

Phrase = tuple[str, ...]
"""The words of a phrase, folded."""


@frozen
class Indexed:
    """An entry as it is looked up."""

    entry: AskedOften
    alone: tuple[Phrase, ...]
    together: tuple[tuple[tuple[Phrase, ...], ...], ...]
    own: tuple[str, ...]
    weights: tuple[float, ...]

    def weigh(self, said: Said) -> float:
        """How much in the text says that this is what it asks."""
        signs = [ALONE * _said_one(self.alone, said)]
        signs += [TOGETHER * min(_said_one(group, said) for group in groups) for groups in self.together]
        shared = self._shared(said)
        if not self.alone and not self.together:
            return shared
        surest, *others = sorted(signs, reverse=True)
        return surest + BESIDE * (sum(others) / len(signs) + shared)

    def _shared(self, said: Said) -> float:
        """How much of the text is in the entry's own words, by how much each of those tells."""
        told = [word for word in said if word not in EMPTY]
        weighed = [max((likeness(word, own) * weight for own, weight in self._own), default=0.0) for word in told]
        return sum(weighed) / len(told) if told else 0.0

    @property
    def _own(self) -> Iterable[tuple[str, float]]:
        return zip(self.own, self.weights, strict=True)


def _words(text: str) -> Said:
    spoken = [SPOKEN.get(word, word) for word in unmarked(text).split()]
    return " ".join(spoken).split()


def _asks(text: str, said: Said) -> bool:
    told = [word for word in said if word not in EMPTY]
    if "?" in text or len(told) <= FEW_WORDS:
        return True
    return any(word in ASKING for word in said) and not any(word in OFFERING for word in said)


def _said_one(phrases: Iterable[Phrase], said: Said) -> float:
    """How surely one of the phrases is in the text: 1 where it is word for word, less where a word is only like it."""
    return max((min(_like_one(word, said) for word in phrase) for phrase in phrases), default=0.0)


def _like_one(word: str, said: Said) -> float:
    return max((likeness(each, word) for each in said), default=0.0)


@lru_cache(maxsize=4)
def _indexed(entries: tuple[AskedOften, ...]) -> tuple[Indexed, ...]:
    own = [_own_words(each) for each in entries]
    counted = Counter(chain.from_iterable(own))
    return tuple(
        Indexed(
            entry,
            _phrases(entry.alone),
            tuple(tuple(map(_phrases, groups)) for groups in entry.together),
            tuple(words),
            tuple(1 - log(counted[word]) / log(len(entries) + 1) for word in words),
        )
        for entry, words in zip(entries, own, strict=True)
    )


def _own_words(entry: AskedOften) -> list[str]:
    words = chain.from_iterable(unmarked(each.question).split() for each in entry.wordings)
    return sorted({word for word in words if word not in EMPTY})


def _phrases(phrases: Phrases) -> tuple[Phrase, ...]:
    return tuple(tuple(phrase.split()) for phrase in sorted(phrases))
