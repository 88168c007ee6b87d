"""What alerts are worded with, looked up once, however many read them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from handlers.handling.work import Work
from handlers.slots import facts, fitting
from handlers.slots.fitting import Fitting
from messages.slots.facts import SlotFacts
from storage.slots.slot import Slot


@dataclass
class LookedUp:
    """What is known of offers before anybody's alert about them is worded.

    Attributes:
        found: The readers' wishes beside them.
    """

    work: Work
    found: Fitting
    _told: dict[tuple[int, ...], list[SlotFacts]] = field(default_factory=dict)

    async def told(self, together: Sequence[Slot]) -> list[SlotFacts]:
        """The facts of offers that stand in one alert."""
        which = tuple(slot.id for slot in together)
        if which not in self._told:
            self._told[which] = await facts.of_slots(self.work, together)
        return self._told[which]


async def looked_up(work: Work, slots: Collection[Slot], reader_ids: Collection[int]) -> LookedUp:
    """Look up what alerts about these offers are worded with, for all who read them."""
    return LookedUp(work, await fitting.looked_up(work, slots, reader_ids))
