"""A slot as messages tell of it."""

from dataclasses import dataclass, field
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
    contract: str = ""
    """The contract's registry number and title."""
    details: dict[str, str] = field(default_factory=dict)
    """By the names of `SlotField`; a choice by its code, a day as in ISO 8601, anything else in words."""
