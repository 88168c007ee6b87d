"""/fragor: all that is asked often, page by page; or the answer to what is written behind it."""

from domain.access import may
from domain.action import Action
from handlers.doorways import ASK_CITY
from handlers.faq import entries, often, searching, unanswered
from handlers.faq.codes import ADD, LIST
from handlers.faq.views import choice
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages.button import data
from messages.faq.faq import FaqListed, named
from messages.label import Label
from messages.message import Message
from storage.people.person import Person

ON_A_PAGE = 16
"""All that Steget brings along, and one: the buttons stand two by two."""


async def show(work: Work, actor: Person, typed: Typed) -> Answer:
    """/fragor, alone or with what is looked for."""
    if typed.words and may(actor.actor, Action.READ_FAQ):
        return await searching.answered(work, actor, typed.words)
    return await _page(work, actor, 0)


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """A page was pressed, or *Alla frågor*."""
    return await _page(work, actor, press.number(0))


async def _page(work: Work, actor: Person, wanted: int) -> Message:
    """Those who may bring back what is put away see it too."""
    if not may(actor.actor, Action.READ_FAQ):
        raise NotTheirsError
    leads, may_ask = (may(actor.actor, action) for action in (Action.EDIT_FAQ, Action.ASK_CITY))
    seen = await (entries.all_entries(work) if leads else entries.shown_entries(work))
    here = page_of(wanted, len(seen), size=ON_A_PAGE)
    found = seen[here.skipped : here.skipped + here.size]
    others = beside(here, LIST)
    others += [(Label("faq.add"), data(ADD))] if leads else []
    others += [(Label("faq.ask_city"), data(ASK_CITY))] if may_ask else []
    others += [*await unanswered.way(work, actor), *await often.ways(work, actor)]
    opens = [choice(each, actor.language) for each in found]
    rows = (*numbered(opens, in_a_row=2), *numbered(others, first=len(opens) + 1, in_a_row=2))
    return Message(FaqListed(tuple(map(named, found)), here.number, here.pages, may_ask), rows)
