"""Which of the questions that are asked often a text asks, however it is put: in one word, misspelt, in dialect.

Each has what people say for it (`messages/<language>/faq.toml`); what the city has added is found by its own words.
Why it is no library's search: docs/decisions/0053.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import log

from domain.faq import AskedOften
from domain.faq_words import ASKING, ASKING_OR_TELLING, ELSEWHERE, EMPTY, OFFERING, ONESELF, words_of
from domain.frozen import frozen
from domain.lexicon import Lexicon
from domain.phrasebook import Heard, Phrasebook

ALONE, TOGETHER = 1.0, 1.25
"""What it weighs where a text has what is said for an entry alone, and where it has what says it together."""

BESIDE = 0.3
"""So much weighs what else is said for it, and that the text shares the words of its question."""

ENOUGH, A_LITTLE = 0.8, 0.25
"""So much is offered to somebody who hasn't looked for it, and to somebody who has."""

MORE_THAN_ENOUGH = 1.2
"""So much is needed of a text that asks nothing, and of one that is about something else besides."""

FEW_WORDS, FEWER_WORDS = 5, 3
"""So short a text asks, whatever it says: "facket då"; the second where it says who does something."""


def best(entries: Sequence[AskedOften], text: str, *, is_looked_for: bool = False) -> tuple[AskedOften, ...]:
    """The entries that the text asks for, the surest first; none where it asks for none of them.

    Where something is looked for, what fits a little is better than nothing.
    """
    enough = A_LITTLE if is_looked_for else _enough(words_of(text), has_mark="?" in text)
    return tuple(entry for entry, weight in weighed(entries, text) if weight >= enough)


def weighed(entries: Sequence[AskedOften], text: str) -> Sequence[tuple[AskedOften, float]]:
    """The entries that are not put away, by how much says that the text asks for them, the surest first."""
    index = _index(tuple(each for each in entries if not each.is_hidden))
    words = words_of(text)
    known = index.lexicon.known_in(words, exactly=EMPTY)
    heard = index.phrasebook.heard_in(known)
    told = sum(word not in EMPTY for word in words)
    shared = [sum(known.get(word, 0.0) * tells for word, tells in own) / max(told, 1) for own in index.own]
    found = [(each, _weight(_signs(each, heard), by)) for each, by in zip(index.entries, shared, strict=True)]
    return sorted(found, key=lambda pair: -pair[1])


def _signs(entry: AskedOften, heard: Heard) -> list[float]:
    """What is said for the entry, as far as the text has it."""
    together = [TOGETHER * min(map(heard, groups)) for groups in entry.together]
    return [ALONE * heard(entry.alone), *together] if entry.alone or together else []


def _weight(signs: Sequence[float], shared: float) -> float:
    """What the city has added has its own words alone."""
    if not signs:
        return shared
    surest, *others = sorted(signs, reverse=True)
    return surest + BESIDE * (min(sum(others), 1.0) + min(shared, 1.0))


def _enough(words: Sequence[str], *, has_mark: bool) -> float:
    if not ELSEWHERE.isdisjoint(words):
        return MORE_THAN_ENOUGH
    return ENOUGH if has_mark or _asks(words) else MORE_THAN_ENOUGH


def _asks(words: Sequence[str]) -> bool:
    """Whether it can be a question: it has such a word, or tells nothing of its writer and is short."""
    if not ASKING.isdisjoint(words):
        return True
    if not OFFERING.isdisjoint(words) or not ONESELF.isdisjoint(words[:1]):
        return False
    is_short = sum(word not in EMPTY for word in words) <= (FEW_WORDS if ONESELF.isdisjoint(words) else FEWER_WORDS)
    return is_short or not ASKING_OR_TELLING.isdisjoint(words)


@frozen
class _Index:
    """What is looked up, made once for as long as the list stays as it is.

    Attributes:
        own: The words of each entry's question, each with how much it tells: the rarer, the more.
    """

    entries: tuple[AskedOften, ...]
    phrasebook: Phrasebook
    lexicon: Lexicon
    own: tuple[tuple[tuple[str, float], ...], ...]


@lru_cache(maxsize=2)
def _index(entries: tuple[AskedOften, ...]) -> _Index:
    own = tuple(_own_words(each) for each in entries)
    counted = Counter(chain.from_iterable(own))
    tells = {word: 1 - log(number) / log(len(entries) + 1) for word, number in counted.items()}
    phrasebook = Phrasebook(chain.from_iterable(_all_phrases(each) for each in entries))
    lexicon = Lexicon([*counted, *phrasebook.words])
    return _Index(entries, phrasebook, lexicon, tuple(tuple((word, tells[word]) for word in each) for each in own))


def _own_words(entry: AskedOften) -> Sequence[str]:
    words = chain.from_iterable(words_of(each.question) for each in entry.wordings)
    return sorted({word for word in words if word not in EMPTY})


def _all_phrases(entry: AskedOften) -> Iterable[frozenset[str]]:
    return (entry.alone, *chain.from_iterable(entry.together))
