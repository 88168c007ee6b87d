"""The question to the supplier, as it reads once it is settled."""

from handlers.handling.work import Work
from handlers.placements.starts.codes import key
from handlers.slots import facts
from messages.message import Message
from messages.placements.start import StartNews, StartSettled
from storage import outbox
from storage.people import person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def settled(work: Work, placement: Placement, slot: Slot, news: StartNews, plan_of: str = "") -> Message:
    """What has become of the question: it was answered, or the matcher has taken the start back."""
    matcher = await person.find(work.session, placement.matcher_id)
    told, begun = await facts.of_slot(work, slot), len(await placements.live_in(work.session, slot.id))
    return Message(StartSettled(told, matcher.name, placement.code, news, plan_of, begun))


async def change(work: Work, placement: Placement, message: Message) -> None:
    """Show this in place of the question."""
    for row in await outbox.said_about(work.session, placement.reference, key_begins=key(placement.id)):
        await work.edit(row.id, message)
