"""Known words, and which of them a typed word may be: with another ending, as a part of it, with a slip in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from domain.word_stem import stem

SAME, PART, SLIPPED = 1.0, 0.95, 0.85
"""The same word whatever its ending; a word with more before or behind it; a word with a slip in it."""

FEWEST_BEFORE, FEWEST_WITHIN = 5, 7
"""Letters of a word by which a longer one begins ("ålder" in "ålderskrav"), and of one that stands anywhere in it."""

FEWEST_IN_SHORT = 7
"""Letters of a word that is cut short: "belastningsreg"."""

FEWEST_WITH_A_SLIP, FEWEST_WITH_TWO = 5, 9
"""Letters of a word that is known with one slip in it, and with two."""


class Lexicon:
    """Known words, folded, sorted so that a typed one is found without looking at each of them.

    Words that count only `exactly` have no other endings, are no part of anything, and nothing is a slip of them; nor
    are they a form of any other word, known or not.
    """

    def __init__(self, words: Iterable[str], *, exactly: frozenset[str]) -> None:
        self._exactly = exactly
        self._by_form: defaultdict[str, list[str]] = defaultdict(list)
        self._by_letter: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words) - exactly):
            self._by_letter[word[:1]].append(word)
            for form in {word, stem(word)}:
                self._by_form[form].append(word)

    def known_in(self, typed: Iterable[str]) -> Mapping[str, float]:
        """Each known word that the typed ones have, by how much it is like one of them: up to 1."""
        found: dict[str, float] = {}
        for word in typed:
            for known, likeness in [(word, SAME)] if word in self._exactly else self._like(word):
                found[known] = max(found.get(known, 0.0), likeness)
        return found

    def _like(self, typed: str) -> Iterator[tuple[str, float]]:
        """A word that is known as it stands is no other."""
        same = [known for form in {typed, stem(typed)} for known in self._by_form.get(form, ())]
        yield from ((known, SAME) for known in same)
        if not same and typed.isalpha():
            yield from ((known, PART) for part in _parts(typed) for known in self._by_form.get(part, ()))
            yield from self._cut_short_or_slipped(typed)

    def _cut_short_or_slipped(self, typed: str) -> Iterator[tuple[str, float]]:
        for known in self._by_letter.get(typed[:1], ()):
            if len(typed) >= FEWEST_IN_SHORT and known.startswith(typed):
                yield known, PART
            elif is_slip_of(typed, known):
                yield known, SLIPPED


def is_slip_of(typed: str, known: str) -> bool:
    """Whether it is the known word, in whatever form, with a slip or, in a long word, two."""
    typed_stem, known_stem = stem(typed), stem(known)
    is_long = len(known_stem) > FEWEST_WITH_A_SLIP
    return _is_near(typed, known) or (is_long and _is_near(typed_stem, known_stem))


def _is_near(typed: str, known: str) -> bool:
    if len(known) < FEWEST_WITH_A_SLIP:
        return False
    most = 2 if len(known) >= FEWEST_WITH_TWO else 1
    return abs(len(typed) - len(known)) <= most and slips(typed, known) <= most


def _parts(typed: str) -> Iterator[str]:
    """What it begins with, and what stands in it, where that is long enough to say something."""
    for begins in range(len(typed)):
        fewest = FEWEST_WITHIN if begins else FEWEST_BEFORE
        yield from (typed[begins:ends] for ends in range(begins + fewest, len(typed) + 1))


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
