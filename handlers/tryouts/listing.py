"""/forsok: what was tried, and with whom; a page at a time."""

from domain.access import may
from domain.action import Action
from domain.tryout import is_over
from handlers.doorways import SUPPLIER
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.tryouts import facts
from handlers.tryouts.codes import CARD, LIST, NOTE, SUPPLIERS
from handlers.tryouts.finding import theirs
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.tryouts.tryout import TriedSuppliersListed, TryoutLine, TryoutsListed
from storage.people.person import Person
from storage.tryouts import tryout
from storage.tryouts.tryout import Tryout

ON_A_PAGE = 6
SUPPLIERS_ON_A_PAGE = 8


async def show(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/forsok."""
    return await page(work, actor, 0)


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """A page was pressed."""
    return await page(work, actor, press.number(0))


async def page(work: Work, actor: Person, wanted: int) -> Message:
    """A page of them, those that began last first."""
    if not may(actor.actor, Action.SEE_TRYOUT):
        raise NotTheirsError
    here = page_of(wanted, await tryout.count(work.session), size=ON_A_PAGE)
    found = await tryout.part(work.session, skip=here.skipped, at_most=here.size)
    today, may_note = work.city.today(work.now), may(actor.actor, Action.TRY_OUT)
    lines = tuple(TryoutLine(each.sort, each.words, each.begun_on, is_over(each.watch, today)) for each in found)
    opens: list[Choice] = [(_named(each), data(CARD, each.id, here.place)) for each in found]
    others = [*beside(here, LIST), *([(Label("tryout.note"), data(NOTE))] if may_note else [])]
    buttons = (*numbered(opens, in_a_row=2), *numbered(others, first=len(opens) + 1, in_a_row=2))
    return Message(TryoutsListed(lines, here.number, here.pages, may_note), buttons)


def _named(one: Tryout) -> Label:
    return Label(joined=(Label(f"tryout_sort.{one.sort}"), Label("begun_on.day", day=one.begun_on)))


async def show_suppliers(work: Work, actor: Person, press: Press) -> Answer:
    """*Visa leverantörerna*, or a page of them, was pressed."""
    found = await theirs(work, actor, press.number(0))
    of_it = await tryout.suppliers_of(work.session, found.id)
    here = page_of(press.number(1), len(of_it), size=SUPPLIERS_ON_A_PAGE)
    shown = of_it[here.skipped : here.skipped + here.size]
    opens: list[Choice] = [(Label(text=name), data(SUPPLIER, supplier_id)) for supplier_id, name in shown]
    others = [*beside(here, SUPPLIERS, found.id), (Label("tryout.to_card"), data(CARD, found.id))]
    buttons = (*numbered(opens), *numbered(others, first=len(opens) + 1, in_a_row=2))
    names = tuple(name for _, name in shown)
    return Message(TriedSuppliersListed(facts.tried(found, len(of_it)), names, here.number, here.pages), buttons)
