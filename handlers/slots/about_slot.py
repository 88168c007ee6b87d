"""What is known before anything is asked about a slot: the slot itself."""

from dataclasses import dataclass, replace

from handlers.form.question import Known
from messages.form import Asked
from messages.slots.facts import SlotFacts


@dataclass(frozen=True)
class AboutSlot(Known):
    """What a form about a slot knows before it asks.

    Attributes:
        slot: The slot; None where it is not theirs any more.
    """

    slot: SlotFacts | None = None

    def named_in(self, asked: Asked) -> Asked:
        """The question, which shows the slot above it."""
        return replace(super().named_in(asked), slot=self.slot)
