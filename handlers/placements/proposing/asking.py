"""Ask whoever's turn it is about a proposal: the supplier, or where nobody there can be reached, the coordinators."""

from handlers.doorways import HEAR_START
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.placements import facts, telling, views
from handlers.placements.views import Shown
from handlers.slots.telling import answering_for
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.placements.proposal import PlacementProposed, ProposalToAsk
from storage.placements.placement import Placement
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
