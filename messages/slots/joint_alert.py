"""What the bot says to a matcher of several slots at once."""

from dataclasses import dataclass

from messages.slots.facts import SlotFacts, SlotStanding
from messages.template import template


@template("matcher_slots_reported")
@dataclass(frozen=True)
class SlotsReported:
    """One supplier has offered several slots within minutes, and this is how each stands now."""

    supplier: str
    slots: tuple[SlotStanding, ...]


@template("matcher_slots_waiting")
@dataclass(frozen=True)
class SlotsWaiting:
    """One supplier's slots were reported a working day ago, and nobody has taken them on."""

    supplier: str
    slots: tuple[SlotStanding, ...]


@template("matcher_slots_open")
@dataclass(frozen=True)
class SlotsOpen:
    """What waits, to a matcher who is new here, or back, or wants to hear of more; and how many more there are."""

    slots: tuple[SlotFacts, ...]
    more: int
