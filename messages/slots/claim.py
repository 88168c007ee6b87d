"""What the bot says to the supplier contact about who takes the slot on."""

from domain.frozen import frozen
from messages.slots.facts import SlotFacts
from messages.template import template


@frozen
class Sees:
    """What whoever has a slot sees of its contact, beside the name.

    Attributes:
        phone: Their number.
        email: Their address.
        is_asked: The contact is asked to tell them.
    """

    phone: bool
    email: bool
    is_asked: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is a way to reach the contact beside the chat."""
        return self.phone or self.email


@template("supplier_slot_claimed")
@frozen
class SlotClaimed:
    """A matcher has taken the slot on and will be in touch. How to reach that one is no parameter; see `Message`.

    Attributes:
        contact: Whom to turn to where the matcher has told no number.
        sees: What the matcher sees of the reader; None where that is nothing.
        is_over: Somebody else has it by now, or nobody, or somebody else answers for it.
    """

    slot: SlotFacts
    matcher: str
    contact: str
    sees: Sees | None = None
    is_over: bool = False


@template("supplier_slot_waiting")
@frozen
class SlotNotClaimed:
    """Nobody has taken the slot on yet; the matchers have been asked again."""

    slot: SlotFacts
    contact: str


@template("supplier_slots_waiting")
@frozen
class SlotsNotClaimed:
    """Nobody has taken on these slots, which were reported within minutes; the matchers have been asked again."""

    slots: tuple[SlotFacts, ...]
    contact: str


@template("supplier_slot_released")
@frozen
class SlotReleased:
    """The matcher who had the slot can't go on with it; it is open to others."""

    slot: SlotFacts
    matcher: str
    contact: str


@template("matcher_release_doubted")
@frozen
class ReleaseDoubted:
    """Is an offer really to be given back for which somebody is proposed?

    Attributes:
        proposed: How many are.
    """

    slot: SlotFacts
    proposed: int
