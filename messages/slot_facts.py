"""A slot as messages tell of it."""

from dataclasses import dataclass
from datetime import date

from domain.slot import SlotKind, Trade


@dataclass(frozen=True)
class SlotFacts:
    """What may be told of a slot to those who may see it."""

    kind: SlotKind
    trade: Trade
    places: int
    area: str
    starts_on: date
    ends_on: date | None
    supplier: str
    contact: str
    """Who reported it."""
