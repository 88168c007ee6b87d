"""Find the slot that somebody wants to do something with."""

from domain.access import Action, may
from handlers.handling.work import Work
from messages import everyone
from messages.message import Message
from storage.people.person import Person
from storage.slots import slot as slots
from storage.slots.slot import Slot


async def found(work: Work, actor: Person, action: Action, slot_id: int) -> Slot | None:
    """The slot as it is now, if the actor may do that with it; what isn't theirs is told not to be there."""
    slot = await slots.find(work.session, slot_id)
    if slot is None or slot.reported_by is None or not may(actor.actor, action, slot.subject):
        await work.tell(actor, Message(everyone.NotFound()))
        return None
    return slot


async def again(work: Work, slot: Slot) -> Slot:
    """The same slot as it is now, after a guarded update: one's own, or somebody else's."""
    return await slots.find(work.session, slot.id) or slot
