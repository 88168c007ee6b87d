"""The list of areas as those who keep it see it: the list, one area on a card, and how it is taken off."""

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.slots.areas import views
from messages.message import Message
from messages.slots.area import AreaNews, AreaRemovalAsked, AreaShown, AreasListed, WrittenName
from storage.people.person import Person
from storage.slots import area, written_area
from storage.slots.area import Area


async def show_list(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/omraden."""
    check(actor)
    return await listed(work)


async def show_list_again(work: Work, actor: Person, _press: Press) -> Answer:
    """*Områden*, or the way back to them, was pressed."""
    check(actor)
    return await listed(work)


async def show_card(work: Work, actor: Person, press: Press) -> Answer:
    """An area was pressed."""
    check(actor)
    one = await area.find(work.session, press.number(0))
    return await listed(work) if one is None else await _card(work, one)


async def ask_removal(work: Work, actor: Person, press: Press) -> Answer:
    """*Ta bort* was pressed."""
    check(actor)
    one = await area.find(work.session, press.number(0))
    return await listed(work) if one is None else Message(AreaRemovalAsked(one.name), views.removal_buttons(one))


async def remove(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, ta bort* was pressed; pressed again, it is gone already."""
    check(actor)
    one = await area.find(work.session, press.number(0))
    if one is None or not await area.remove(work.session, one.id, at=work.now):
        return await listed(work)
    await work.record(LedgerEvent.AREA_REMOVED, actor=actor, about=one.reference, content=one.name)
    return await listed(work, AreaNews.REMOVED, one.name)


def check(actor: Person) -> None:
    """Raise NotTheirsError for anybody who does not keep the list."""
    if not may(actor.actor, Action.KEEP_AREAS):
        raise NotTheirsError


async def listed(work: Work, news: AreaNews | None = None, named: str = "") -> Message:
    """The list as it is now, with a word about what has just happened to the area of that name."""
    areas, unknown = await area.active(work.session), len(await written_area.unknown(work.session))
    shown = AreasListed(tuple(one.name for one in areas), unknown, news, named)
    return Message(shown, views.list_buttons(areas, unknown))


async def _card(work: Work, one: Area) -> Message:
    also = (await written_area.names_of(work.session, one))[: views.MOST_NAMES]
    shown = AreaShown(one.name, tuple(WrittenName(each.name, each.times) for each in also))
    return Message(shown, views.card_buttons(one, also))
