"""A text as it compares with others, however it is typed: "Måleri", "MÅLERI" and "maleri" are the same.

People write without rings and dots on a phone from elsewhere, and some keyboards send a letter and its ring apart.
"""

import unicodedata

WITHOUT_PARTS = {"ø": "o", "æ": "a", "đ": "d"}
"""Letters of the neighbours that have no marks to take away."""
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

_CHANGED = str.maketrans(WITHOUT_PARTS | dict.fromkeys(UNSEEN, ""))


def folded(text: str) -> str:
    """The text in small letters without their marks, and without signs that cannot be seen."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.casefold()).translate(_CHANGED)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
