"""/utskick: all broadcasts, the newest first, and the way to a new one."""

from domain.access import may
from domain.action import Action
from handlers.broadcasts import card
from handlers.broadcasts.codes import LIST, NEW, SHOW
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages.broadcasts.card import BroadcastLine, BroadcastsListed
from messages.button import data
from messages.label import Label
from messages.message import Message
from storage.broadcasts import broadcast
from storage.broadcasts.broadcast import Broadcast
from storage.people.person import Person

ON_A_PAGE = 6


async def show(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/utskick."""
    return await _page(work, actor, 0)


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """A page was pressed, or the way back to the list."""
    return await _page(work, actor, press.number(0))


async def _page(work: Work, actor: Person, wanted: int) -> Message:
    if not may(actor.actor, Action.BROADCAST):
        raise NotTheirsError
    total = await broadcast.count(work.session)
    here = page_of(wanted, total, size=ON_A_PAGE)
    found = await broadcast.part(work.session, skip=here.skipped, at_most=here.size)
    lines = tuple(_line(work, each) for each in found)
    opens: list[Choice] = [(Label(f"broadcast_sort.{each.sort}"), data(SHOW, each.id)) for each in found]
    others = [(Label("broadcast.new"), data(NEW)), *beside(here, LIST)]
    rows = (*numbered(opens, in_a_row=2), *numbered(others, first=len(opens) + 1, in_a_row=2))
    return Message(BroadcastsListed(lines, total, here.number, here.pages), rows)


def _line(work: Work, each: Broadcast) -> BroadcastLine:
    on = work.city.today(each.accepted_at or each.written_at)
    return BroadcastLine(each.sort, each.state, card.opening(each), on, each.receivers)
