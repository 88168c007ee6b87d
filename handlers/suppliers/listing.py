"""/leverantorer: all suppliers by name, page by page."""

from domain.access import may
from domain.action import Action
from domain.list_place import ListPlace
from handlers.doorways import SUPPLIER
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.suppliers.codes import ALL, LIST, SEARCH
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.suppliers.supplier import SupplierLine, SuppliersListed
from storage import list_place
from storage.people.person import Person
from storage.suppliers import supplier_list

ON_A_PAGE = 8


async def turn_page(work: Work, actor: Person, press: Press) -> Answer:
    """A page was pressed, or the way back to the list as it was last shown here."""
    was = await list_place.of_message(work.session, press.shown.id) if press.shown is not None else ListPlace()
    return await page(work, actor, press.number(0) if press.numbers else was.page, was.search)


async def show_all(work: Work, actor: Person, _press: Press) -> Answer:
    """*Visa alla leverantörer* was pressed under what a search has found."""
    return await page(work, actor, 0)


async def page(work: Work, actor: Person, wanted: int, search: str = "") -> Message:
    """A page of the list; the last page where there are fewer than were wanted."""
    if not may(actor.actor, Action.SEE_SUPPLIER):
        raise NotTheirsError
    total = await supplier_list.count(work.session, actor.actor, search)
    here = page_of(wanted, total, size=ON_A_PAGE)
    found = await supplier_list.part(work.session, actor.actor, search, skip=here.skipped, at_most=here.size)
    lines = tuple(SupplierLine(each.name, each.trade) for each in found)
    opens: list[Choice] = [(Label(text=each.name), data(SUPPLIER, each.id)) for each in found]
    others = [*beside(here, LIST), (Label("supplier_page.search"), data(SEARCH))]
    if search:
        others.append((Label("supplier_page.all"), data(ALL)))
    rows = (*numbered(opens), *numbered(others, first=len(opens) + 1, in_a_row=2))
    shown = SuppliersListed(lines, total, here.number, here.pages, search)
    return Message(shown, rows, list_place=ListPlace(search, here.place))
