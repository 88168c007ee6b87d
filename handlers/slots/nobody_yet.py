"""Tell a supplier honestly that nobody has taken its offers on: what was offered within minutes, in one message."""

from collections.abc import Sequence

from domain.joint_alert import TOGETHER_FOR
from domain.slot import SlotStatus
from handlers.handling.work import GONE, Work
from handlers.people import notice, recipient
from handlers.slots import facts
from handlers.slots.alerts import together
from handlers.slots.telling import reporter_of
from messages.message import Message
from messages.slots.claim import SlotNotClaimed, SlotsNotClaimed
from storage import outbox
from storage.outbox import OutboxRow
from storage.people.person import Person
from storage.slots import listed_slot
from storage.slots.slot import Slot


async def tell_reporter(work: Work, slot: Slot) -> None:
    """Tell whoever has reported it, or stands in for them; in what they were told minutes ago, where that is."""
    reporter = await reporter_of(work, slot)
    if reporter is None:
        return
    beside = await together.offered_beside(work, slot)
    for each in await recipient.in_place_of(work, reporter):
        said = await _said_lately(work, beside, each.person)
        if said is None:
            told = SlotNotClaimed(await facts.of_slot(work, slot), work.city.contact)
            key = _key(slot, each.person)
            await notice.tell_directly(work, each.person, each.gets(Message(told)), about=slot.reference, key=key)
        else:
            await work.edit(said.id, each.gets(await _of_all(work, said, beside, slot)))


async def _said_lately(work: Work, beside: Sequence[Slot], person: Person) -> OutboxRow | None:
    """The latest such message to them about any of these slots, if it was said minutes ago."""
    said = await outbox.said_under(work.session, [_key(slot, person) for slot in beside])
    lately = [row for row in said if row.state not in GONE and work.now < row.queued_at + TOGETHER_FOR]
    return lately[-1] if lately else None


async def _of_all(work: Work, said: OutboxRow, beside: Sequence[Slot], slot: Slot) -> Message:
    """What the message says now of the slots that it told of, as far as they are still open, and of this one."""
    told = (await listed_slot.in_messages(work.session, [said.id])).get(said.id)
    first = [each for each in beside if str(each.reference) == said.about]
    slots = [*(told or first), slot]
    await listed_slot.keep(work.session, {said.id: [each.id for each in slots]})
    still_open = [each for each in slots if each.status is SlotStatus.OPEN]
    return Message(SlotsNotClaimed(tuple(await facts.of_slots(work, still_open)), work.city.contact))


def _key(slot: Slot, person: Person) -> str:
    return f"unclaimed:{slot.id}:{person.id}:{slot.revision}"
