"""One slot on a card, as one person sees it: everything that is told of it, and what can be done now."""

from domain.role import Role
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import views
from handlers.slots.selection import Selection, selection_of
from handlers.slots.standing import standing
from messages.message import Message
from messages.slots.card import CoordinatorSlotCard, MatcherSlotCard, SupplierSlotCard
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.slots.slot import Slot

_CARDS = {
    Role.SUPPLIER: SupplierSlotCard,
    Role.MATCHER: MatcherSlotCard,
    Role.COORDINATOR: CoordinatorSlotCard,
    Role.ADMINISTRATOR: CoordinatorSlotCard,
}


async def card(
    work: Work, viewer: Person, slot: Slot, selection: Selection | None = None, news: SlotNews | None = None
) -> Message:
    """The card, with a word about what has just happened."""
    shown = await standing(work, viewer, slot)
    buttons = views.card_buttons(
        slot,
        viewer,
        selection or Selection(),
        begun=shown.begun + shown.asked,
        holder=shown.holder,
        moment=views.Moment(work.now, work.city.today(work.now)),
    )
    return Message(_CARDS[viewer.role](shown, news), buttons)


def behind(press: Press) -> Selection:
    """The selection of the list behind a card whose button was pressed."""
    return selection_of(press.numbers[2:])
