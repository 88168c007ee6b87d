"""What may be told of what companies have contributed, as an example for others; never so that it points at a resident.

How many residents it was is never told, only how many companies; and that, and their trade, only where so many places
stand behind it that no small number can be worked out (domain.md §5.7). Nobody is a resident at a visit or a lecture.
"""

from collections import Counter
from collections.abc import Sequence

from domain.frozen import frozen
from domain.offer_step import HELD_ON_A_DAY
from domain.slot import SlotKind, Trade
from domain.small_number import SHOWN_FROM


@frozen
class Gave:
    """What one supplier has given of one kind.

    Attributes:
        trade: None where it is entered from elsewhere, or where the offer named none.
        number: In how many places somebody has begun, or how often it was held; 0 where nobody has counted.
    """

    supplier_id: int
    trade: Trade | None
    number: int


@frozen
class Example:
    """What is told of it.

    Attributes:
        givers: The suppliers of whom it is told: those among them that have said yes may be named.
        suppliers: How many they are; None where that may not be told.
        trade: The trade in which it was; None where there were several, or where it may not be told.
    """

    givers: frozenset[int]
    suppliers: int | None
    trade: Trade | None = None


def example_of(kind: SlotKind, gave: Sequence[Gave]) -> Example | None:
    """The most telling example of what was given of that kind; None where nothing was."""
    if not gave:
        return None
    trade = _most_given(gave)
    in_trade = [each for each in gave if each.trade is trade]
    if trade is not None and _may_be_told(kind, in_trade):
        givers = _givers(in_trade)
        return Example(givers, len(givers), trade)
    givers = _givers(gave)
    return Example(givers, len(givers) if _may_be_told(kind, gave) else None)


def _most_given(gave: Sequence[Gave]) -> Trade | None:
    """The trade in which most was given; of those alike the first in the list of trades."""
    together = Counter[Trade]()
    for each in gave:
        if each.trade is not None and each.trade is not Trade.OTHER:
            together[each.trade] += each.number
    in_order = [trade for trade in Trade if trade in together]
    return max(in_order, key=lambda trade: together[trade], default=None)


def _may_be_told(kind: SlotKind, gave: Sequence[Gave]) -> bool:
    return kind in HELD_ON_A_DAY or sum(each.number for each in gave) >= SHOWN_FROM


def _givers(gave: Sequence[Gave]) -> frozenset[int]:
    return frozenset(each.supplier_id for each in gave)
