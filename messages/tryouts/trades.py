"""Which trades somebody means who writes a part of a trade's name, in any language."""

from domain.folded import folded
from domain.language import Language
from domain.slot import Trade
from messages.label import wordings

FEWEST_LETTERS = 3
"""Fewer are in too many names."""


def trades_named(words: str) -> tuple[Trade, ...]:
    """Those that have the words in their name: "mål" is Måleri."""
    looked_for = folded(words)
    if len(looked_for) < FEWEST_LETTERS:
        return ()
    return tuple(trade for trade in Trade if any(looked_for in folded(name) for name in _names(trade)))


def _names(trade: Trade) -> list[str]:
    return [wordings(language)[f"trade.{trade}"] for language in Language]
