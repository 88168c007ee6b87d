"""What may be told of what companies have contributed, as an example for others; never so that it points at a resident.

How many residents it was is never told, only how many companies; and that, and their trade, only where as many places
stand behind it as may be told elsewhere (domain.md §5.7). Nobody is a resident at a visit or a lecture.
"""

from collections.abc import Mapping

from domain.frozen import frozen
from domain.offer_step import HELD_ON_A_DAY
from domain.slot import SlotKind, Trade
from domain.small_number import SHOWN_FROM


@frozen
class Gave:
    """What suppliers have given of one kind: in one trade, or in all.

    Attributes:
        suppliers: How many of them.
        number: In how many places somebody has begun, or how often it was held; 0 where nobody has counted.
    """

    suppliers: int
    number: int


ByTrade = Mapping[Trade | None, Gave]
"""What was given of one kind in each trade, and with None in all together, also what was entered without a trade."""


@frozen
class Example:
    """What is told of it. Whoever gave what it tells of, and has said yes, may be named.

    Attributes:
        suppliers: How many they are; None where that may not be told.
        trade: The trade in which it was; None where there were several, or where it may not be told.
    """

    suppliers: int | None
    trade: Trade | None = None


def example_of(kind: SlotKind, gave: ByTrade) -> Example | None:
    """The most telling example of what was given of that kind; None where nothing was."""
    if not gave:
        return None
    trade = _most_given(gave)
    if trade is not None and _may_be_told(kind, gave[trade]):
        return Example(gave[trade].suppliers, trade)
    together = gave[None]
    return Example(together.suppliers if _may_be_told(kind, together) else None)


def _most_given(gave: ByTrade) -> Trade | None:
    """The trade in which most was given; of those alike the first in the list of trades."""
    in_order = [trade for trade in Trade if trade in gave and trade is not Trade.OTHER]
    return max(in_order, key=lambda trade: gave[trade].number, default=None)


def _may_be_told(kind: SlotKind, gave: Gave) -> bool:
    return kind in HELD_ON_A_DAY or gave.number >= SHOWN_FROM
