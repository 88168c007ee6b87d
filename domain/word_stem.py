"""What is left of a word without its ending, roughly, in Swedish and English alike: people mix them.

It need not be a word: "försäkringen" and "försäkrad" have to leave the same, and so do "hiring" and "hired".
"""

from functools import cache

FEWEST_LEFT = 3
"""Letters that an ending has to leave: "lön" has none."""

DOUBTFUL, FEWEST_BEFORE_DOUBTFUL = frozenset("ns"), 4
"""Endings that a short word may well have of its own, and the letters that they have to leave."""

_ENDINGS = sorted(
    (
        # Nouns and adjectives, as `folded` writes them
        *("heterna", "heten", "heter", "arnas", "ernas", "ornas", "arna", "erna", "orna", "arens", "aren"),
        *("ens", "ets", "ans", "ar", "er", "or", "en", "et", "an", "as", "es", "a", "e", "s", "n"),
        # Verbs
        *("andes", "ande", "endes", "ende", "ades", "ade", "ats", "ad", "at", "ast", "te", "de", "ts", "it"),
        # English
        *("ings", "ing", "ed", "ies", "y", "ly"),
    ),
    key=len,
    reverse=True,
)


@cache
def stem(word: str) -> str:
    """The word without its ending. The word is folded: in small letters, without marks."""
    return word.removesuffix(next((each for each in _ENDINGS if _ends(word, each)), ""))


def _ends(word: str, ending: str) -> bool:
    fewest = FEWEST_BEFORE_DOUBTFUL if ending in DOUBTFUL else FEWEST_LEFT
    return word.endswith(ending) and len(word) - len(ending) >= fewest
