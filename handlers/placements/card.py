"""One placement on a card, as one person sees it: how it stands, whose turn it is, and what can be done now."""

from domain.action import Action
from domain.role import Role
from handlers.handling.answer import Answer, Below
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements import facts, views
from handlers.placements.codes import key_begins
from handlers.placements.finding import refreshed, stand_ins, theirs
from handlers.placements.views import Shown
from handlers.slots.reaching.reachable import shown_to
from messages.message import Message
from messages.placements.card import CoordinatorPlacementCard, MatcherPlacementCard, SupplierPlacementCard
from messages.placements.facts import PlacementNews
from storage.people.person import Person
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def card(
    work: Work, viewer: Person, placement: Placement, slot: Slot, news: PlacementNews | None = None
) -> Message:
    """The card as it is now, with a word about what has just happened."""
    now = await refreshed(work, placement)
    has_room = await under_way.count_taken(work.session, slot.id) < slot.places
    shown = Shown(now, slot, has_room, await stand_ins(work, viewer, slot))
    buttons = views.card_buttons(shown, viewer)
    told = await facts.told(work, now, slot, is_to_supplier=viewer.role is Role.SUPPLIER)
    reach = await shown_to(work, viewer, slot)
    name, details_of = (reach.name, reach.reference) if reach is not None else ("", None)
    match viewer.role:
        case Role.SUPPLIER:
            told_to_supplier = SupplierPlacementCard(told, news, name, work.city.contact)
            return Message(told_to_supplier, buttons, details_of=details_of)
        case Role.MATCHER:
            is_yours = slot.claimed_by == viewer.id
            told_to_matcher = MatcherPlacementCard(told, news, name, work.city.contact, is_yours)
            return Message(told_to_matcher, buttons, details_of=details_of)
        case _:
            return Message(CoordinatorPlacementCard(told, news), buttons)


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A placement was chosen: on a message of its own, which goes on to tell what is true."""
    placement, slot = await theirs(work, actor, Action.SEE_PLACEMENT, press.number(0))
    shown = await card(work, actor, placement, slot)
    if press.shown is not None and press.shown.about == str(placement.reference):
        return shown
    key = f"{key_begins(placement.id)}card:{actor.id}:{work.key}"
    return Below(shown, about=placement.reference, key=key)
