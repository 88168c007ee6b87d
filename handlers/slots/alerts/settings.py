"""Show the wishes, and change them: each press says what is to be, so that pressing twice is pressing once."""

from dataclasses import replace
from typing import Any

from domain.access import Action, may
from domain.alert_wish import FEWEST_FOR_DIGEST, Wish
from domain.role import Role
from domain.slot import SlotKind, Trade
from domain.slot_filter import SlotFacet
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.slots.alerts import deciding
from handlers.slots.alerts import settings_views as views
from messages import everyone
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


async def show_again(work: Work, actor: Person, press: Press) -> None:
    """*Klart* was pressed."""
    await _change(work, actor, press)


async def show_facet(work: Work, actor: Person, press: Press) -> None:
    """A facet was pressed: which of its values?"""
    if not await _is_allowed(work, actor):
        return
    wishes = await alert_wish.of_person(work.session, actor.id)
    await _show(work, actor, press, await _facet_screen(work, actor, wishes.wish, _facet(press)))


async def set_value(work: Work, actor: Person, press: Press) -> None:
    """A value was pressed."""
    if not await _is_allowed(work, actor):
        return
    wishes, facet = await alert_wish.of_person(work.session, actor.id), _facet(press)
    value = await _value(work, actor, facet, press.number(1))
    if value is not None:
        wishes.set(_with_value(wishes.wish, facet, value, is_wanted=press.number(2) == 1))
    await _show(work, actor, press, await _facet_screen(work, actor, wishes.wish, facet))


async def set_digest(work: Work, actor: Person, press: Press) -> None:
    """Once a day, or one by one, was pressed."""
    is_digest = press.number(0) == 1
    if not may(actor.actor, Action.GATHER_DECISIONS):
        await _change(work, actor, press, is_digest=is_digest)
        return
    wishes = await alert_wish.of_person(work.session, actor.id)
    wishes.set(replace(wishes.wish, is_digest=is_digest))
    await _show(work, actor, press, deciding.screen(is_digest=is_digest))


async def want_everything(work: Work, actor: Person, press: Press) -> None:
    """*Få allt* was pressed."""
    await _change(work, actor, press, kinds=frozenset(), trades=frozenset(), areas=frozenset())


async def _change(work: Work, actor: Person, press: Press, **changes: Any) -> None:
    if await _is_allowed(work, actor):
        wishes = await alert_wish.of_person(work.session, actor.id)
        wishes.set(replace(wishes.wish, **changes))
        await _show(work, actor, press, await _screen(work, wishes))


async def _is_allowed(work: Work, actor: Person) -> bool:
    is_allowed = may(actor.actor, Action.SET_ALERTS)
    if not is_allowed:
        await work.tell(actor, Message(everyone.NotFound()))
    return is_allowed


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


async def _show(work: Work, actor: Person, press: Press, message: Message) -> None:
    """Where it was pressed."""
    if press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)
