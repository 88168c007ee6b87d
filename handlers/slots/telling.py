"""Tell whoever a slot concerns what has become of it."""

from domain.reference import Reference
from handlers.handling.work import Work
from handlers.people import notice
from messages.message import Message
from storage.people import person
from storage.people.person import Person
from storage.slots.slot import Slot


async def reporter_of(work: Work, slot: Slot) -> Person | None:
    """The supplier's contact who has reported it; None where it was filled before Steget."""
    return None if slot.reported_by is None else await person.find(work.session, slot.reported_by)


async def tell_reporter(work: Work, slot: Slot, message: Message, *, about: Reference | None = None) -> None:
    """Tell the supplier's contact who has reported it, where somebody has."""
    reporter = await reporter_of(work, slot)
    if reporter is not None:
        await notice.tell(work, reporter, message, about=about or slot.reference)


async def tell_holder(work: Work, slot: Slot, message: Message) -> None:
    """Tell the matcher who has it, where one has."""
    if slot.claimed_by is not None:
        await notice.tell(work, await person.find(work.session, slot.claimed_by), message, about=slot.reference)
