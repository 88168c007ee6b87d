"""What the bot says to a matcher of several slots at once."""

from domain.frozen import frozen
from messages.slots.facts import SlotFacts, SlotStanding
from messages.template import template


@template("matcher_slots_reported")
@frozen
class SlotsReported:
    """One supplier has offered several slots within minutes, and this is how each stands now."""

    supplier: str
    slots: tuple[SlotStanding, ...]


@template("matcher_slots_waiting")
@frozen
class SlotsWaiting:
    """One supplier's slots were reported a working day ago, and nobody has taken them on."""

    supplier: str
    slots: tuple[SlotStanding, ...]


@template("matcher_slots_open")
@frozen
class SlotsOpen:
    """What waits, to a matcher who is new here, or back, or wants to hear of more; and how many more there are."""

    slots: tuple[SlotFacts, ...]
    more: int
