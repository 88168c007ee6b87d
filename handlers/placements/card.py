"""One placement on a card, as one person sees it: how it stands, whose turn it is, and what can be done now."""

from domain.access import Action
from domain.role import Role
from handlers.handling.answer import Answer, Below
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import facts, views
from handlers.placements.codes import key_begins
from handlers.placements.finding import refreshed, theirs
from handlers.placements.views import Shown
from handlers.slots.reaching.reachable import shown_to
from messages.message import Message
from messages.placements.card import CoordinatorPlacementCard, MatcherPlacementCard, SupplierPlacementCard
from messages.placements.facts import PlacementNews
from storage.people.person import Person
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots.slot import Slot

_ON_ONE_SIDE = {Role.SUPPLIER: SupplierPlacementCard, Role.MATCHER: MatcherPlacementCard}
"""Who sees how to reach the other side; anybody else only looks on."""


async def card(
    work: Work, viewer: Person, placement: Placement, slot: Slot, news: PlacementNews | None = None
) -> Message:
    """The card as it is now, with a word about what has just happened."""
    now = await refreshed(work, placement)
    has_room = await under_way.count_taken(work.session, slot.id) < slot.places
    buttons = views.card_buttons(Shown(now, slot, has_room), viewer)
    told = await facts.told(work, now, slot, is_to_supplier=viewer.role is Role.SUPPLIER)
    if viewer.role not in _ON_ONE_SIDE:
        return Message(CoordinatorPlacementCard(told, news), buttons)
    reach = await shown_to(work, viewer, slot)
    shown = _ON_ONE_SIDE[viewer.role](told, news, reach.name if reach else "", work.city.contact)
    return Message(shown, buttons, details_of=reach.reference if reach else None)


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A placement was chosen: on a message of its own, which goes on to tell what is true."""
    placement, slot = await theirs(work, actor, Action.SEE_PLACEMENT, press.number(0))
    shown = await card(work, actor, placement, slot)
    if press.shown is not None and press.shown.about == str(placement.reference):
        return shown
    key = f"{key_begins(placement.id)}card:{actor.id}:{work.key}"
    return Below(shown, about=placement.reference, key=key)
