"""Which area a supplier means by a name: said once by a press, for all who have written it and all who will."""

from domain.ledger_event import LedgerEvent
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots.areas import views
from handlers.slots.areas.keeping import check, listed
from messages.message import Message
from messages.slots.area import AreaAsked, AreaNamesAsked, AreaNews, WrittenName
from storage.people.person import Person
from storage.slots import area, slot, written_area
from storage.slots.area import Area
from storage.slots.slot import Slot

MOST_AREAS = 40
"""A city has fewer, and each must have room on a button of its own."""


async def show_names(work: Work, actor: Person, _press: Press) -> Answer:
    """*Namn utan område* was pressed."""
    check(actor)
    return await _names(work)


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """A name was pressed: which area is it? Where there are none yet, it becomes the first."""
    check(actor)
    named = await slot.find(work.session, press.number(0))
    if named is None:
        return await listed(work)
    if not await area.active(work.session):
        return await _become_area(work, actor, named)
    return await _question(work, named)


async def choose(work: Work, actor: Person, press: Press) -> Answer:
    """An area was pressed. Where the supplier writes something else by now, or the area is gone, it is asked anew."""
    check(actor)
    named = await slot.find(work.session, press.number(0))
    meant = await area.find(work.session, press.number(2))
    if named is None or meant is None or named.revision != press.number(1):
        return await listed(work) if named is None else await _question(work, named)
    await _let_mean(work, actor, named.area, meant)
    return await _names(work, AreaNews.MAPPED, meant.name)


async def become_area(work: Work, actor: Person, press: Press) -> Answer:
    """*Nytt: …* was pressed."""
    check(actor)
    named = await slot.find(work.session, press.number(0))
    if named is None or named.revision != press.number(1):
        return await listed(work) if named is None else await _question(work, named)
    return await _become_area(work, actor, named)


async def add(work: Work, actor: Person, name: str) -> tuple[Area | None, AreaNews]:
    """Put an area on the list, and let its own name mean it; None where there is no room."""
    areas = await area.active(work.session)
    there = next((one for one in areas if area.as_compared(one.name) == area.as_compared(name)), None)
    if there is not None:
        await written_area.let_mean(work.session, name, there.id, by=actor.id, at=work.now)
        return there, AreaNews.THERE
    if len(areas) >= MOST_AREAS:
        return None, AreaNews.FULL
    added = await area.add(work.session, name, by=actor.id, at=work.now)
    await written_area.let_mean(work.session, name, added.id, by=actor.id, at=work.now)
    await work.record(LedgerEvent.AREA_ADDED, actor=actor, about=added.reference, content=name)
    return added, AreaNews.ADDED


async def _become_area(work: Work, actor: Person, named: Slot) -> Message:
    added, news = await add(work, actor, named.area)
    return await _names(work, news, added.name if added is not None else "")


async def _let_mean(work: Work, actor: Person, written: str, meant: Area) -> None:
    await written_area.let_mean(work.session, written, meant.id, by=actor.id, at=work.now)
    await work.record(LedgerEvent.AREA_MAPPED, actor=actor, about=meant.reference, content=written)


async def _names(work: Work, news: AreaNews | None = None, named: str = "") -> Message:
    """The names that are left; after the last one, the list."""
    unknown = await written_area.unknown(work.session)
    if not unknown:
        return await listed(work, news, named)
    shown, is_first = unknown[: views.MOST_NAMES], not await area.active(work.session)
    names = tuple(WrittenName(each.name, each.times) for each in shown)
    asked = AreaNamesAsked(names, is_first, len(unknown) - len(shown), news, named)
    return Message(asked, views.name_buttons(shown))


async def _question(work: Work, named: Slot) -> Message:
    written = WrittenName(named.area, await written_area.times(work.session, named.area))
    known_as = await area.meant_by(work.session, named.area)
    meant = await area.find(work.session, known_as) if known_as is not None else None
    buttons = views.meaning_buttons(named, await area.active(work.session))
    return Message(AreaAsked(written, meant.name if meant else ""), buttons)
