"""What the bot says to the supplier contact about who takes the slot on."""

from dataclasses import dataclass

from messages.slots.facts import SlotFacts
from messages.template import template


@template("supplier_slot_claimed")
@dataclass(frozen=True)
class SlotClaimed:
    """A matcher has taken the slot on and will be in touch."""

    slot: SlotFacts
    matcher: str
    contact: str


@template("supplier_slot_waiting")
@dataclass(frozen=True)
class SlotNotClaimed:
    """Nobody has taken the slot on yet; the matchers have been asked again."""

    slot: SlotFacts
    contact: str


@template("supplier_slots_waiting")
@dataclass(frozen=True)
class SlotsNotClaimed:
    """Nobody has taken on these slots, which were reported within minutes; the matchers have been asked again."""

    slots: tuple[SlotFacts, ...]
    contact: str


@template("supplier_slot_released")
@dataclass(frozen=True)
class SlotReleased:
    """The matcher who had the slot can't go on with it; it is open to others."""

    slot: SlotFacts
    matcher: str
    contact: str
