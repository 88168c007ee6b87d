"""One slot on a card, as one person sees it: everything that is told of it, and what can be done now."""

from domain.role import Role
from handlers import slot_facts
from handlers.press import Press
from handlers.slots import views
from handlers.slots.listing import holder
from handlers.slots.selection import Selection, selection_of
from handlers.work import Work
from messages import coordinator, matcher, supplier
from messages.message import Message
from messages.slot_facts import SlotNews, SlotStanding
from storage.person import Person
from storage.slot import Slot

_CARDS = {
    Role.SUPPLIER: supplier.SlotCard,
    Role.MATCHER: matcher.SlotCard,
    Role.COORDINATOR: coordinator.SlotCard,
    Role.ADMINISTRATOR: coordinator.SlotCard,
}


async def card(
    work: Work, viewer: Person, slot: Slot, selection: Selection | None = None, news: SlotNews | None = None
) -> Message:
    """The card, with a word about what has just happened."""
    standing = SlotStanding(
        slot=await slot_facts.of_slot(work, slot),
        status=slot.status,
        holder=await holder(work, slot),
        is_yours=slot.claimed_by == viewer.id,
        reason=slot.withdrawn_reason,
    )
    buttons = views.card_buttons(slot, viewer, selection or Selection())
    return Message(_CARDS[viewer.role](standing, news), buttons)


def behind(press: Press) -> Selection:
    """The selection of the list behind a card whose button was pressed."""
    return selection_of(press.numbers[2:])
