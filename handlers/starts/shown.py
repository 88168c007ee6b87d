"""The question to the supplier, as it reads once it is settled."""

from handlers import slot_facts
from handlers.obligations.by_starts import about
from handlers.starts.codes import key
from handlers.work import Work
from messages import start as said
from messages.message import Message
from messages.start import StartNews
from storage import outbox, person
from storage.placement import Placement
from storage.slot import Slot


async def settled(work: Work, placement: Placement, slot: Slot, news: StartNews, plan_of: str = "") -> Message:
    """What has become of it."""
    matcher = await person.find(work.session, placement.started_by)
    facts = await slot_facts.of_slot(work, slot)
    return Message(said.StartSettled(facts, matcher.name, placement.code, news, plan_of))


async def change(work: Work, placement: Placement, message: Message) -> None:
    """Let the question tell it."""
    for row in await outbox.said_about(work.session, about(placement.id), key_begins=key(placement.id)):
        await work.edit(row.id, message)
