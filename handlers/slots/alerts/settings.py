"""Show the wishes, and change them: each press says what is to be, so that pressing twice is pressing once."""

from dataclasses import replace
from typing import Any

from domain.access import Action, may
from domain.alert_wish import FEWEST_FOR_DIGEST, Wish
from domain.role import Role
from domain.slot import SlotKind, Trade
from domain.slot_filter import SlotFacet
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.slots.alerts import deciding
from handlers.slots.alerts import settings_views as views
from messages.message import Message
from storage.people import person
from storage.people.person import Person
from storage.slots import alert_settings as alert_wish
from storage.slots import slot_list
from storage.slots.alert_settings import AlertWish


async def show(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/aviseringar."""
    wishes = await alert_wish.of_person(work.session, actor.id)
    if may(actor.actor, Action.SET_ALERTS):
        return await _screen(work, wishes)
    return deciding.screen(is_digest=wishes.is_digest)


async def show_again(work: Work, actor: Person, _press: Press) -> Answer:
    """*Klart* was pressed."""
    return await _changed(work, actor)


async def show_facet(work: Work, actor: Person, press: Press) -> Answer:
    """A facet was pressed: which of its values?"""
    wishes = await _theirs(work, actor)
    return await _facet_screen(work, actor, wishes.wish, _facet(press))


async def set_value(work: Work, actor: Person, press: Press) -> Answer:
    """A value was pressed."""
    wishes, facet = await _theirs(work, actor), _facet(press)
    value = await _value(work, actor, facet, press.number(1))
    if value is not None:
        wishes.set(_with_value(wishes.wish, facet, value, is_wanted=press.number(2) == 1))
    return await _facet_screen(work, actor, wishes.wish, facet)


async def set_digest(work: Work, actor: Person, press: Press) -> Answer:
    """Once a day, or one by one, was pressed."""
    is_digest = press.number(0) == 1
    if not may(actor.actor, Action.GATHER_DECISIONS):
        return await _changed(work, actor, is_digest=is_digest)
    wishes = await alert_wish.of_person(work.session, actor.id)
    wishes.set(replace(wishes.wish, is_digest=is_digest))
    return deciding.screen(is_digest=is_digest)


async def want_everything(work: Work, actor: Person, _press: Press) -> Answer:
    """*Få allt* was pressed."""
    return await _changed(work, actor, kinds=frozenset(), trades=frozenset(), areas=frozenset())


async def _changed(work: Work, actor: Person, **changes: Any) -> Message:
    wishes = await _theirs(work, actor)
    wishes.set(replace(wishes.wish, **changes))
    return await _screen(work, wishes)


async def _theirs(work: Work, actor: Person) -> AlertWish:
    """The matcher's own. Raises NotTheirsError for anybody else."""
    if not may(actor.actor, Action.SET_ALERTS):
        raise NotTheirsError
    return await alert_wish.of_person(work.session, actor.id)


async def _screen(work: Work, wishes: AlertWish) -> Message:
    matchers = await person.active_in_role(work.session, Role.MATCHER)
    return views.screen(wishes.wish, may_gather=len(matchers) >= FEWEST_FOR_DIGEST)


async def _facet_screen(work: Work, actor: Person, wish: Wish, facet: SlotFacet) -> Message:
    match facet:
        case SlotFacet.KIND:
            values = views.kind_values(wish)
        case SlotFacet.TRADE:
            values = views.trade_values(wish)
        case SlotFacet.AREA:
            values = views.area_values(wish, await slot_list.every_area(work.session, actor.actor))
    return views.facet_screen(facet, values)


def _facet(press: Press) -> SlotFacet:
    facets = list(SlotFacet)
    return facets[press.number(0)] if 0 <= press.number(0) < len(facets) else facets[0]


async def _value(work: Work, actor: Person, facet: SlotFacet, place: int) -> Any:
    """The value at that place; None for one that isn't there."""
    if facet is SlotFacet.AREA:
        return await slot_list.area_of(work.session, actor.actor, place)
    members: list[Any] = list(SlotKind) if facet is SlotFacet.KIND else list(Trade)
    return members[place] if 0 <= place < len(members) else None


def _with_value(wish: Wish, facet: SlotFacet, value: Any, *, is_wanted: bool) -> Wish:
    field = f"{facet}s"
    others = frozenset(each for each in getattr(wish, field) if each.casefold() != value.casefold())
    changed: dict[str, Any] = {field: others | {value} if is_wanted else others}
    return replace(wish, **changed)
