"""How a slot stands, as one person sees it."""

from domain.placement import PlacementStatus
from domain.slot import SlotStatus
from handlers.handling.work import Work
from handlers.slots import facts
from messages.slots.facts import SlotStanding
from storage.people import person
from storage.people.person import Person
from storage.slots import placement as placements
from storage.slots.slot import Slot


async def standing(work: Work, viewer: Person, slot: Slot) -> SlotStanding:
    """All that a list or a card tells of it."""
    begun = await placements.live_in(work.session, slot.id) if slot.claimed_by is not None else ()
    confirmed = [each for each in begun if each.status is PlacementStatus.CONFIRMED]
    return SlotStanding(
        slot=await facts.of_slot(work, slot),
        status=slot.status,
        holder=await holder(work, slot),
        is_yours=slot.claimed_by == viewer.id,
        reason=slot.withdrawn_reason,
        begun=len(confirmed),
        asked=len(begun) - len(confirmed),
        codes=tuple(each.code for each in begun),
        is_found=slot.found_at is not None,
    )


async def holder(work: Work, slot: Slot) -> str:
    """Who has it; empty where it is in no matcher's hands."""
    if slot.claimed_by is None or slot.status is SlotStatus.WITHDRAWN:
        return ""
    return (await person.find(work.session, slot.claimed_by)).name
