"""One slot on a card, as one person sees it: everything that is told of it, and what can be done now."""

from collections.abc import Sequence
from dataclasses import replace

from domain.access import may
from domain.action import Action
from domain.placement import LISTED
from domain.role import Role
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import fitting, views
from handlers.slots.reaching.reachable import shown_to
from handlers.slots.selection import Selection, selection_of
from handlers.slots.standing import standing
from messages.message import Message
from messages.slots.card import CoordinatorSlotCard, MatcherSlotCard, SupplierSlotCard
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.placements import under_way
from storage.placements.placement import Placement
from storage.slots.slot import Slot

_ON_ONE_SIDE = {Role.SUPPLIER: SupplierSlotCard, Role.MATCHER: MatcherSlotCard}
"""Who sees how to reach the other side; anybody else only looks on."""


async def card(
    work: Work, viewer: Person, slot: Slot, selection: Selection | None = None, news: SlotNews | None = None
) -> Message:
    """The card, with a word about what has just happened."""
    shown = await standing(work, viewer, slot)
    reach = await shown_to(work, viewer, slot)
    if viewer.role is Role.MATCHER and viewer.id != slot.claimed_by and reach is None:
        shown = replace(shown, slot=shown.slot.for_everyone)
    if viewer.role is Role.MATCHER:
        found = await fitting.looked_up(work, [slot], [viewer.id])
        shown = replace(shown, slot=found.counted(slot, shown.slot, viewer.id))
    buttons = views.card_buttons(
        slot,
        viewer,
        selection or Selection(),
        filled=views.Filled(shown.begun + shown.asked, shown.proposed),
        holder=shown.holder,
        moment=views.Moment(work.now, work.city.today(work.now)),
        placed=await _placed(work, viewer, slot),
        more=fitting.ways(slot, shown.slot),
    )
    if viewer.role not in _ON_ONE_SIDE:
        return Message(CoordinatorSlotCard(shown, news), buttons)
    told = _ON_ONE_SIDE[viewer.role](shown, news, reach.name if reach else "", work.city.contact)
    return Message(told, buttons, details_of=reach.reference if reach else None)


async def _placed(work: Work, viewer: Person, slot: Slot) -> Sequence[Placement]:
    """Everyone who is meant for it or has begun in it, but for what the matcher has let be."""
    placed = await under_way.all_in_slot(work.session, slot.id)
    return [
        each
        for each in placed
        if each.status in LISTED and may(viewer.actor, Action.SEE_PLACEMENT, each.subject_in(slot))
    ]


def behind(press: Press) -> Selection:
    """The selection of the list behind a card whose button was pressed."""
    return selection_of(press.numbers[2:])
