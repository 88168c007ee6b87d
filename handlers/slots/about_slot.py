"""The slot that a form is about, and what is known of it before anything is asked."""

from dataclasses import replace

from domain.frozen import frozen
from handlers.form.question import Known
from messages.form import Asked
from messages.slots.facts import SlotFacts


@frozen
class SlotAsRead:
    """The slot that a form is about, as whoever fills it in has read it.

    Attributes:
        slot_id: The slot.
        revision: The slot's version then: what has changed since is shown before anything is done.
    """

    slot_id: int
    revision: int


@frozen
class AboutSlot(Known):
    """What a form about a slot knows before it asks.

    Attributes:
        slot: The slot; None where it is not theirs any more.
    """

    slot: SlotFacts | None = None

    def named_in(self, asked: Asked) -> Asked:
        """The question, which shows the slot above it."""
        return replace(super().named_in(asked), slot=self.slot)
