"""What the bot asks about what a workplace can be like."""

from domain.frozen import frozen
from messages.slots.facts import SlotFacts
from messages.template import template


@template("everyone_adaptations_asked")
@frozen
class AdaptationsAsked:
    """What can be arranged there?

    Attributes:
        is_own: The reader is of the supplier; else they have it from the supplier.
    """

    slot: SlotFacts
    is_own: bool
