"""Show the alert settings, and change them: each press says what is to be, so that pressing twice is pressing once."""

from dataclasses import replace
from typing import Any

from domain.access import may
from domain.action import Action
from domain.alert_settings import FEWEST_FOR_DIGEST, AlertSettings
from domain.role import Role
from domain.slot import SlotKind, Trade
from domain.slot_filter import SlotFacet
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.slots.alerts import catching_up, settings_views
from messages.message import Message
from storage.people import person
from storage.people.person import Person
from storage.slots import alert_settings, slot_list
from storage.slots.alert_settings import AlertSettingsRow


async def show(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/aviseringar: a matcher's alerts; for a coordinator, how to hear of what waits for a decision."""
    if may(actor.actor, Action.SET_ALERTS):
        return await _changed(work, actor)
    row = await alert_settings.of_person(work.session, actor.id)
    return settings_views.decisions_screen(is_digest=row.is_digest)


async def show_again(work: Work, actor: Person, _press: Press) -> Answer:
    """*Klart* was pressed."""
    if may(actor.actor, Action.SET_ALERTS):
        await catching_up.now(work, actor)
    return await _changed(work, actor)


async def show_facet(work: Work, actor: Person, press: Press) -> Answer:
    """A facet was pressed: which of its values?"""
    row = await _theirs(work, actor)
    return await _facet_screen(work, actor, row.settings, _facet(press))


async def set_value(work: Work, actor: Person, press: Press) -> Answer:
    """A value was pressed."""
    row, facet = await _theirs(work, actor), _facet(press)
    value = await _value(work, actor, facet, press.number(1))
    if value is not None:
        row.set(_with_value(row.settings, facet, value, is_wanted=press.number(2) == 1))
        await catching_up.soon(work, actor)
    return await _facet_screen(work, actor, row.settings, facet)


async def set_digest(work: Work, actor: Person, press: Press) -> Answer:
    """Once a day, or one by one, was pressed."""
    is_digest = press.number(0) == 1
    if not may(actor.actor, Action.GATHER_DECISIONS):
        return await _changed(work, actor, is_digest=is_digest)
    row = await alert_settings.of_person(work.session, actor.id)
    row.set(replace(row.settings, is_digest=is_digest))
    return settings_views.decisions_screen(is_digest=is_digest)


async def set_morning(work: Work, actor: Person, press: Press) -> Answer:
    """A message each morning, or none, was pressed."""
    row = await _theirs(work, actor)
    row.morning_at = work.city.hours.next_opening(work.now) if press.number(0) == 1 else None
    return await _changed(work, actor)


async def want_everything(work: Work, actor: Person, _press: Press) -> Answer:
    """*Få allt* was pressed."""
    if may(actor.actor, Action.SET_ALERTS):
        await catching_up.now(work, actor)
    return await _changed(work, actor, kinds=frozenset(), trades=frozenset(), areas=frozenset())


async def _changed(work: Work, actor: Person, **changes: Any) -> Message:
    """The settings with these changes, which may be none."""
    row = await _theirs(work, actor)
    row.set(replace(row.settings, **changes))
    matchers = await person.count_active_in_role(work.session, Role.MATCHER)
    return settings_views.screen(
        row.settings, may_gather=matchers >= FEWEST_FOR_DIGEST, is_morning=row.morning_at is not None
    )


async def _theirs(work: Work, actor: Person) -> AlertSettingsRow:
    """The matcher's own. Raises NotTheirsError for anybody else."""
    if not may(actor.actor, Action.SET_ALERTS):
        raise NotTheirsError
    return await alert_settings.of_person(work.session, actor.id)


async def _facet_screen(work: Work, actor: Person, settings: AlertSettings, facet: SlotFacet) -> Message:
    match facet:
        case SlotFacet.KIND:
            values = settings_views.kind_values(settings)
        case SlotFacet.TRADE:
            values = settings_views.trade_values(settings)
        case SlotFacet.AREA:
            values = settings_views.area_values(settings, await slot_list.every_area(work.session, actor.actor))
    return settings_views.facet_screen(facet, values)


def _facet(press: Press) -> SlotFacet:
    facets = list(SlotFacet)
    return facets[press.number(0)] if 0 <= press.number(0) < len(facets) else facets[0]


async def _value(work: Work, actor: Person, facet: SlotFacet, place: int) -> Any:
    """The value at that place; None for one that isn't there."""
    if facet is SlotFacet.AREA:
        return await slot_list.area_of(work.session, actor.actor, place)
    members: list[Any] = list(SlotKind) if facet is SlotFacet.KIND else list(Trade)
    return members[place] if 0 <= place < len(members) else None


def _with_value(settings: AlertSettings, facet: SlotFacet, value: Any, *, is_wanted: bool) -> AlertSettings:
    field = f"{facet}s"
    others = frozenset(each for each in getattr(settings, field) if each.casefold() != value.casefold())
    changed: dict[str, Any] = {field: others | {value} if is_wanted else others}
    return replace(settings, **changed)
