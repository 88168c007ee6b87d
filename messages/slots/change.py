"""What the bot says to the matcher who has a slot when it changes."""

from domain.frozen import frozen
from messages.slots.facts import SlotFacts
from messages.template import template


@template("matcher_slot_changed")
@frozen
class SlotChanged:
    """The supplier has changed a slot that this matcher has."""

    slot: SlotFacts
    before: SlotFacts
