"""Understand a share as people write it: "40 %", "40", "fyrtio procent", "ca 40"."""

from domain.day_words import COUNTS
from domain.folded import folded
from domain.pattern import Pattern

WHOLE = 100
_SHARE = Pattern(
    r"(?:(?:ca|cirka|ungefar|omkring|about|around)\.? )?(?P<number>\d{1,3}|[a-z-]+) ?(?:%|procent|percent)?[ .!]*"
)


def understood_share(text: str) -> int | None:
    """Whole percent from 0 to 100; None where the text is not surely that."""
    match = _SHARE.fullmatch(" ".join(folded(text).split()))
    if match is None:
        return None
    share = int(match["number"]) if match["number"].isdecimal() else COUNTS.get(match["number"])
    return share if share is not None and share <= WHOLE else None
