"""Whether somebody can write about a slot; where they can't, why not, and how else the other is reached."""

from domain.contact import ContactDetails
from domain.turn.turn import Side
from domain.writing import WritingEnd, WritingFacts, end_of_asking, end_of_writing
from handlers.handling.work import Work
from handlers.slots import facts
from handlers.slots.inquiry.sides import holder_of, side_of
from handlers.slots.telling import reporter_of
from messages.message import Message
from messages.slots.inquiry import Route, Unsent, WritingOver
from storage.people import contact_details
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements import under_way
from storage.slots.slot import Slot


def writing_facts(slot: Slot, *, begun: int, proposed: int) -> WritingFacts:
    """How the slot stands, where so many have begun in it, and so many more are meant for it."""
    return WritingFacts(
        slot.status,
        is_held=slot.claimed_by is not None,
        is_found=slot.found_at is not None,
        has_begun=begun > 0,
        is_proposed=proposed > 0,
    )


async def ended(work: Work, slot: Slot) -> WritingEnd | None:
    """Why nobody writes about it any more; None where people do."""
    return end_of_writing(await _facts_now(work, slot))


async def cant_begin(work: Work, slot: Slot, asker: Side) -> WritingEnd | None:
    """Why that side can't begin to write about it; None where it can."""
    return end_of_asking(await _facts_now(work, slot), asker)


async def over(work: Work, slot: Slot, writer: Person, unsent: Unsent = Unsent.NOTHING) -> Message | None:
    """What to say to somebody who wants to answer and can't; None where they can."""
    end = await ended(work, slot)
    return None if end is None else await why(work, slot, writer, end, unsent)


async def why(work: Work, slot: Slot, writer: Person, end: WritingEnd, unsent: Unsent) -> Message:
    """Why it can't be written, and how else the other is reached."""
    holder = await holder_of(work, slot)
    return Message(
        WritingOver(
            slot=await facts.of_slot(work, slot),
            end=end,
            unsent=unsent,
            matcher=holder.name if holder is not None and holder.id != writer.id else "",
            route=await route(work, slot, writer),
        ),
    )


async def _facts_now(work: Work, slot: Slot) -> WritingFacts:
    if slot.claimed_by is None:
        return writing_facts(slot, begun=0, proposed=0)
    begun, proposed = await placements.live_in(work.session, slot.id), await under_way.in_slot(work.session, slot.id)
    return writing_facts(slot, begun=len(begun), proposed=len(proposed))


async def route(work: Work, slot: Slot, reader: Person) -> Route:
    """How else the reader reaches the other: who has the slot and its contact know each other's numbers."""
    if side_of(reader) is Side.SUPPLIER:
        holder = await holder_of(work, slot)
        return await _route_to(work, holder, otherwise=work.city.contact)
    reporter = await reporter_of(work, slot)
    return await _route_to(work, reporter, is_known=slot.claimed_by == reader.id)


async def _route_to(work: Work, other: Person | None, *, is_known: bool = True, otherwise: str = "") -> Route:
    if other is None:
        return Route("", None, None, otherwise)
    is_told = is_known and other.ended_at is None
    details = await contact_details.of_person(work.session, other.id) if is_told else ContactDetails()
    return Route(other.name, details.phone, details.email, otherwise)
