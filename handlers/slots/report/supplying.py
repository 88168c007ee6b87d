"""What is known of a supplier before it reports a slot."""

from typing import Any

from domain.frozen import frozen
from domain.slot import Trade
from handlers.slots.about_slot import AboutSlot


@frozen
class Supplying(AboutSlot):
    """What is known of the supplier.

    Attributes:
        trade: Its usual trade.
        areas: Areas that it has named before, latest first.
        contracts: Its running contracts, by id, each as it is named to people.
        last: The answers of its latest report that may be used again.
    """

    trade: Trade | None = None
    areas: tuple[str, ...] = ()
    contracts: tuple[tuple[int, str], ...] = ()
    last: dict[str, Any] | None = None
