"""Ask whoever's turn it is about a proposal: the supplier, or where nobody there can be reached, the coordinators."""

from domain.placement import PlacementStatus
from domain.placement_life import PlacementEvent
from domain.placement_step import TimedPlacement
from handlers.doorways import HEAR_START
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.placements import facts, telling, views
from handlers.placements.clock import timing
from handlers.placements.finding import refreshed
from handlers.placements.views import Shown
from handlers.slots.telling import answering_for
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.proposal import PlacementProposed, ProposalToAsk
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots.slot import Slot


async def ask(work: Work, placement: Placement, slot: Slot) -> bool:
    """Ask; says whether the supplier itself is asked."""
    to = await answering_for(work, slot)
    if to is None:
        await _ask_by_phone(work, placement, slot)
        return False
    told = await facts.told(work, placement, slot, is_to_supplier=True)
    buttons = views.card_buttons(Shown(placement, slot, has_room=True), to.person)
    await telling.tell_supplier(work, placement, slot, Message(PlacementProposed(told), buttons), "proposed")
    return True


async def _ask_by_phone(work: Work, placement: Placement, slot: Slot) -> None:
    told = await facts.told(work, placement, slot, is_to_supplier=False)
    question = ProposalToAsk(told, await telling.contacts_to_call(work, slot))
    hear = numbered([(Label("hearsay.enter"), data(HEAR_START, placement.id))])
    await telling.tell_coordinators(work, placement, Message(question, hear), "to_ask")


async def ask_again(work: Work, placement: Placement, slot: Slot) -> None:
    """What was heard of the supplier about it is not so: the question stands as it did, while there is a place."""
    held = await slots.locked(work.session, slot.id) or slot
    is_declined = placement.status is PlacementStatus.DECLINED
    if is_declined and await under_way.count_taken(work.session, held.id) >= held.places:
        return
    next_at = timing.next_at(work, TimedPlacement(PlacementStatus.PROPOSED))
    again = PlacementEvent.ASK_AGAIN
    if await under_way.happens(work.session, placement.id, again, next_at=next_at, decline_reason=None):
        await telling.show_as_it_is(work, placement)
        await ask(work, await refreshed(work, placement), slot)
