"""A text as it compares with others, however it is typed: "Måleri", "MÅLERI" and "maleri" are the same.

People write without rings and dots on a phone from elsewhere, and some keyboards send a letter and its ring apart.
"""

import unicodedata

_WITHOUT_PARTS = str.maketrans({"ø": "o", "æ": "a", "đ": "d", "ł": "l"})
_UNSEEN = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""))


def folded(text: str) -> str:
    """The text in small letters without their marks, and without signs that cannot be seen."""
    parts = unicodedata.normalize("NFD", text.translate(_UNSEEN).casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).translate(_WITHOUT_PARTS)
