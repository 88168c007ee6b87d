"""What is left of a word without its ending, roughly, in Swedish and English alike: people mix them.

It need not be a word: "försäkringen" and "försäkrad" have to leave the same, and so do "hiring" and "hired".
"""

from functools import cache

FEWEST_LEFT = 3
"""Letters that an ending has to leave: "lön" has none."""

_ENDINGS = sorted(
    (
        # Nouns and adjectives, as `folded` writes them
        *("heterna", "heten", "heter", "arnas", "ernas", "ornas", "arna", "erna", "orna", "arens", "aren", "ornas"),
        *("ens", "ets", "ans", "ar", "er", "or", "en", "et", "an", "as", "es", "a", "e", "s", "n", "t"),
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
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= FEWEST_LEFT), "")
    return word.removesuffix(ending)
