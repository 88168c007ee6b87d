"""/onskemal: a matcher's wishes and their colleagues', for those who lead how many there are of which sort."""

from domain.access import may
from domain.action import Action
from domain.small_number import SHOWN_FROM
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered, page_of
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.wishes import codes, switch, views
from handlers.wishes.finding import theirs
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.wishes.wish import WishCounted, WishesCounted
from storage.people.person import Person
from storage.wishes import decision
from storage.wishes import wish as wishes
from storage.wishes.decision import WishDecision

SIZE = 8


async def show_list(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/onskemal."""
    return await _listed(work, actor, 0)


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """A page of the list, or the way back to it."""
    return await _listed(work, actor, press.number(0))


async def show_card(work: Work, actor: Person, press: Press) -> Answer:
    """A wish of the list was pressed."""
    return await views.card(work, actor, await theirs(work, actor, Action.SEE_WISH, press.number(0)))


async def _listed(work: Work, actor: Person, wanted: int) -> Message:
    if not may(actor.actor, Action.SEE_WISH) and not may(actor.actor, Action.COUNT_WISHES):
        raise NotTheirsError
    found = await decision.in_force(work.session)
    if found is None:
        return await switch.off(work, actor)
    if may(actor.actor, Action.COUNT_WISHES):
        return await _counted(work, actor, found)
    every = await wishes.listed(work.session, actor.actor)
    page = page_of(wanted, len(every), size=SIZE)
    return views.listed(actor, every[page.skipped : page.skipped + SIZE], page)


async def _counted(work: Work, actor: Person, found: WishDecision) -> Message:
    counts = await wishes.counts(work.session, actor.actor, shown_from=SHOWN_FROM)
    told = tuple(WishCounted(each.kind, each.trade, each.number) for each in counts)
    may_turn_off = may(actor.actor, Action.TURN_ON_WISHES)
    ways = [(Label("wishing.turn_off"), data(codes.TURN_OFF))] if may_turn_off else []
    return Message(WishesCounted(told, SHOWN_FROM, found.registry_number), numbered(ways))
