"""Sets of phrases, and how surely a text has one of a set: of a phrase each word has to be there."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from domain.faq_words import words_of

Heard = Callable[[frozenset[str]], float]
"""How surely one of a set's phrases is in the text: 1 where a word is as it stands, 0 where none is."""

FURTHER_WORD = 0.1
"""So much surer is a phrase for each further word that it has."""


class Phrasebook:
    """Sets of phrases by their first words, so that those that a text can't have are never looked at."""

    def __init__(self, sets: Iterable[frozenset[str]]) -> None:
        self._by_first: defaultdict[str, list[tuple[tuple[str, ...], list[frozenset[str]]]]] = defaultdict(list)
        self.words: set[str] = set()
        in_sets: defaultdict[tuple[str, ...], list[frozenset[str]]] = defaultdict(list)
        for each in dict.fromkeys(sets):
            for phrase in each:
                in_sets[tuple(words_of(phrase))].append(each)
        for words, among in in_sets.items():
            self._by_first[words[0]].append((words, among))
            self.words.update(words)

    def heard_in(self, known: Mapping[str, float]) -> Heard:
        """What a text has of each set, given the words that it has."""
        found: dict[frozenset[str], float] = {}
        for first in known:
            for words, among in self._by_first.get(first, ()):
                surely = min(known.get(word, 0.0) for word in words) * (1 + FURTHER_WORD * (len(words) - 1))
                found |= {each: surely for each in among if surely > found.get(each, 0.0)}
        return lambda phrases: found.get(phrases, 0.0)
