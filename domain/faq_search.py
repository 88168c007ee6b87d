"""Which of the questions that are asked often a text asks, however it is put: in one word, misspelt, in dialect.

Each has what people say for it (`messages/<language>/asked_often.toml`); what the city words itself is found by the
words of its question too. Why it is no library's search: docs/decisions/0053.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from domain.faq import AskedOften, FaqWording
from domain.faq_asking import asks, is_about_something_else, only_thanks, telling
from domain.faq_words import EMPTY, words_of
from domain.frozen import frozen
from domain.lexicon import Lexicon
from domain.phrasebook import Heard, Phrasebook

ALONE, TOGETHER = 1.2, 1.25
"""What it weighs where a text has what is said for an entry alone, and where it has what says it together."""

BESIDE = 0.3
"""So much weighs what else is said for it, and that the text has the words of its question."""

ENOUGH, A_LITTLE = 0.96, 0.25
"""So much is offered to somebody who hasn't looked for it, and to somebody who has. The first is less than a word with
a slip in it, which is less than the word itself."""

MORE_THAN_ENOUGH = 1.19
"""So much is needed of a text that asks nothing: the word itself."""

MOST_OF_QUESTION = 0.6
"""So much of the city's own question, by what its words tell, is as good as enough."""


def best(entries: Sequence[AskedOften], text: str, *, is_looked_for: bool = False) -> tuple[AskedOften, ...]:
    """The entries that the text asks for, the surest first; none where it asks for none of them.

    Where something is looked for, what fits a little is better than nothing.
    """
    words, has_mark = words_of(text), "?" in text
    if not is_looked_for and only_thanks(words, has_mark=has_mark):
        return ()
    found = weighed(entries, text)
    can_ask = asks(words, has_mark=has_mark)
    least, enough = (A_LITTLE, A_LITTLE) if is_looked_for else (ENOUGH, ENOUGH if can_ask else MORE_THAN_ENOUGH)
    is_one = bool(found) and found[0][1] >= enough
    return tuple(entry for entry, weight in found if weight >= least) if is_one else ()


def weighed(entries: Sequence[AskedOften], text: str) -> Sequence[tuple[AskedOften, float]]:
    """The entries that are not put away, by how much says that the text asks for them, the surest first."""
    index = _index(tuple(each for each in entries if not each.is_hidden))
    words = words_of(text)
    known = index.lexicon.known_in(words)
    heard = index.phrasebook.heard_in({} if is_about_something_else(words) else known)
    told = len(telling(words))
    shares = (max(_share(known, question, told) for question in questions) for questions in index.questions)
    found = [(each, _weight(each, heard, share)) for each, share in zip(index.entries, shares, strict=True)]
    return sorted(found, key=lambda pair: -pair[1])


def _weight(entry: AskedOften, heard: Heard, share: float) -> float:
    """By what is said for it; the city's own wording by its words too."""
    signs = [ALONE * heard(entry.alone), *(TOGETHER * min(map(heard, groups)) for groups in entry.together)]
    surest, *others = sorted(signs, reverse=True)
    weight = surest + BESIDE * (min(sum(others), 1.0) + share)
    return max(weight, share) if entry.is_citys else weight


Question = Sequence[tuple[str, float]]
"""The words of a question, each with the share of it that it tells; in all they are 1."""


@frozen
class _Index:
    """What is looked up, made once for as long as the list stays as it is.

    Attributes:
        questions: Those of each entry, in its languages.
    """

    entries: tuple[AskedOften, ...]
    phrasebook: Phrasebook
    lexicon: Lexicon
    questions: tuple[tuple[Question, ...], ...]


@lru_cache(maxsize=2)
def _index(entries: tuple[AskedOften, ...]) -> _Index:
    counted = Counter(chain.from_iterable(_words(each) for entry in entries for each in entry.wordings))
    phrasebook = Phrasebook(chain.from_iterable(_all_phrases(each) for each in entries))
    questions = tuple(tuple(_question(each, counted) for each in entry.wordings) for entry in entries)
    return _Index(entries, phrasebook, Lexicon([*counted, *phrasebook.words], exactly=EMPTY), questions)


def _question(wording: FaqWording, counted: Mapping[str, int]) -> Question:
    """A long word tells more than a short one, and a rare one more than one that is in many questions."""
    tells = {word: len(word) / counted[word] for word in _words(wording)}
    return [(word, weight / sum(tells.values())) for word, weight in tells.items()]


def _share(known: Mapping[str, float], question: Question, told: int) -> float:
    """How much of the question is in the text; or how much of the text, which tells so many words, is in it."""
    of_question = sum(known.get(word, 0.0) * tells for word, tells in question)
    of_text = sum(known.get(word, 0.0) for word, _ in question)
    return max(of_question / MOST_OF_QUESTION, min(of_text / max(told, 1), 1.0))


def _words(wording: FaqWording) -> Sequence[str]:
    return list(dict.fromkeys(telling(words_of(wording.question))))


def _all_phrases(entry: AskedOften) -> Iterable[frozenset[str]]:
    return (entry.alone, *chain.from_iterable(entry.together))
