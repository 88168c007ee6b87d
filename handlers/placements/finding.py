"""Find the placement that somebody wants to do something with."""

from domain.access import may
from domain.action import Action
from domain.placement_life import PLACEMENT_LIFE, PlacementEvent
from domain.role import STAFF
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from handlers.people import recipient
from storage.people import person
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots.slot import Slot


async def theirs(work: Work, actor: Person, action: Action, placement_id: int) -> tuple[Placement, Slot]:
    """The placement as it is now, and its slot. Raises NotTheirsError unless the actor may do that with it."""
    placement = await placements.find(work.session, placement_id)
    slot = await slots.find(work.session, placement.slot_id) if placement is not None else None
    if placement is None or slot is None or not may(actor.actor, action, placement.subject_in(slot)):
        raise NotTheirsError
    return placement, slot


async def to_lead(work: Work, actor: Person, placement_id: int, event: PlacementEvent) -> tuple[Placement, Slot, bool]:
    """The placement and its slot, and whether the actor has it in hand and this can happen to it now.

    Whoever has it in hand no longer is shown how it stands. Raises NotTheirsError where even that is not theirs.
    """
    placement, slot = await theirs(work, actor, Action.SEE_PLACEMENT, placement_id)
    subject = placement.subject_in(slot, stand_ins=await stand_ins(work, actor, slot))
    has_it = may(actor.actor, Action.LEAD_PLACEMENT, subject)
    return placement, slot, has_it and PLACEMENT_LIFE.allows(placement.status, event)


async def stand_ins(work: Work, viewer: Person, slot: Slot) -> tuple[int, ...]:
    """Who hears what is asked of the slot's matcher while they are away; looked up for those of the city alone."""
    if slot.claimed_by is None or slot.claimed_by == viewer.id or viewer.role not in STAFF:
        return ()
    holder = await person.find(work.session, slot.claimed_by)
    return tuple(each.person.id for each in await recipient.in_place_of(work, holder) if each.person.id != holder.id)


async def refreshed(work: Work, placement: Placement) -> Placement:
    """The same placement as it is now, after a guarded update: one's own, or somebody else's."""
    return await placements.find(work.session, placement.id) or placement
