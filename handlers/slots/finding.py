"""Find the slot that somebody wants to do something with."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Protocol

from domain.access import may
from domain.action import Action
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from storage.people.person import Person
from storage.slots import slot as slots
from storage.slots.slot import Slot


async def theirs(work: Work, actor: Person, action: Action, slot_id: int) -> Slot:
    """The slot as it is now. Raises NotTheirsError unless the actor may do that with it."""
    slot = await find(work, actor, action, slot_id)
    if slot is None:
        raise NotTheirsError
    return slot


async def find(work: Work, actor: Person, action: Action, slot_id: int) -> Slot | None:
    """The slot as it is now; None unless the actor may do that with it."""
    slot = await slots.find(work.session, slot_id)
    # What was filled before Steget has no reporter and is nobody's to do anything with.
    if slot is None or slot.reported_by is None or not may(actor.actor, action, slot.subject):
        return None
    return slot


class IsAboutSlot(Protocol):
    """What a form about a slot is about."""

    @property
    def slot_id(self) -> int:
        """The slot."""


def still_may(action: Action, event: SlotEvent) -> Callable[[Work, Person, IsAboutSlot, datetime], Awaitable[bool]]:
    """Whether that can still happen to the slot that a form is about."""

    async def still_holds(work: Work, actor: Person, about: IsAboutSlot, _since: datetime) -> bool:
        slot = await find(work, actor, action, about.slot_id)
        return slot is not None and SLOT_LIFE.allows(slot.status, event)

    return still_holds


async def refreshed(work: Work, slot: Slot) -> Slot:
    """The same slot as it is now, after a guarded update: one's own, or somebody else's."""
    return await slots.find(work.session, slot.id) or slot
