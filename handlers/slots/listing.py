"""The list of slots as one person sees it, a page at a time."""

from dataclasses import replace

from domain.access import may
from domain.action import Action
from domain.role import Role
from domain.slot_filter import SlotFacet, SlotFilter
from handlers.handling.choices import page_of
from handlers.handling.work import Work
from handlers.slots import apart, views
from handlers.slots.selection import Selection
from handlers.slots.standing import standings
from messages.label import Label
from messages.message import Message
from messages.slots.facts import SlotPage
from messages.slots.listing import CoordinatorSlots, MatcherSlots, SlotFilterAsked, SupplierSlots
from storage.looking_back import MOST_COUNTED
from storage.people.person import Person
from storage.slots import slot_list, written_area

ON_A_PAGE = 6

_LISTED = {Role.SUPPLIER: SupplierSlots, Role.MATCHER: MatcherSlots}
"""How those see the list who keep no areas."""


async def page(work: Work, actor: Person, wanted: Selection) -> Message:
    """A page of the list with its buttons; the last page where there are fewer than were wanted."""
    only, selection = await _filter(work, actor, wanted)
    skip = max(selection.page, 0) * ON_A_PAGE
    total = await slot_list.count(work.session, actor.actor, only, skip=skip)
    here = page_of(selection.page, total, size=ON_A_PAGE)
    slots = await slot_list.part(work.session, actor.actor, only, skip=here.skipped, at_most=here.size)
    stand = await standings(work, actor, slots)
    told = await apart.in_lines(work, slots, [each.slot for each in stand])
    shown = SlotPage(
        slots=tuple(replace(each, slot=facts) for each, facts in zip(stand, told, strict=True)),
        number=here.number,
        pages=here.pages,
        is_more=total >= skip + MOST_COUNTED,
        kind=only.kind,
        trade=only.trade,
        area=only.area,
    )
    named, beside = await apart.on_buttons(work, slots), replace(selection, page=here.place)
    buttons = views.list_buttons(slots, named, beside, here, actor)
    if may(actor.actor, Action.KEEP_AREAS):
        unknown = await written_area.count_unknown(work.session)
        return Message(CoordinatorSlots(shown, unknown), views.with_areas(buttons, unknown))
    return Message(_LISTED[actor.role](shown), buttons)


async def values(work: Work, actor: Person, wanted: Selection, facet: SlotFacet) -> Message:
    """The values of a facet that lead to something, each a way back to the list."""
    only, selection = await _filter(work, actor, wanted)
    choices = await _values(work, actor, only, facet)
    ways = [(label, selection.narrowed(facet, value)) for value, label in choices]
    return Message(SlotFilterAsked(facet), views.value_buttons(ways, selection, facet))


async def _filter(work: Work, actor: Person, wanted: Selection) -> tuple[SlotFilter, Selection]:
    """What is looked for; an area that the actor can't know of is left open."""
    area = await slot_list.area_of(work.session, actor.actor, wanted.area_of) if wanted.area_of else None
    selection = wanted if area is not None else replace(wanted, area_of=0)
    today = work.city.today(work.now)
    return SlotFilter(selection.kind, selection.trade, area, today), selection


async def _values(work: Work, actor: Person, only: SlotFilter, facet: SlotFacet) -> list[tuple[object, Label]]:
    session, viewer = work.session, actor.actor
    match facet:
        case SlotFacet.KIND:
            return [(kind, Label(f"kind.{kind}")) for kind in await slot_list.kinds(session, viewer, only)]
        case SlotFacet.TRADE:
            return [(trade, Label(f"trade.{trade}")) for trade in await slot_list.trades(session, viewer, only)]
        case SlotFacet.AREA:
            return [(slot_id, Label(text=area)) for slot_id, area in await slot_list.areas(session, viewer, only)]
