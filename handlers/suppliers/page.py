"""A supplier's page: what matters most first, all of it on request, and as a file to print."""

from domain.access import may
from domain.action import Action
from domain.role import Role
from handlers.doorways import CONTRACT, SUPPLIER
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.suppliers import contacts, facts
from handlers.suppliers.codes import LIST, PRINT, WHOLE
from messages.button import data
from messages.label import Label
from messages.message import Attachment, Message
from messages.suppliers.supplier import SupplierSheet, SupplierShown
from storage.people import supplier as suppliers
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.suppliers import promised

CONTRACTS_SHOWN = 3


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A supplier was pressed."""
    return await _message(work, actor, await _theirs(work, actor, press), is_whole=False)


async def show_whole(work: Work, actor: Person, press: Press) -> Answer:
    """*Visa allt* was pressed."""
    return await _message(work, actor, await _theirs(work, actor, press), is_whole=True)


async def print_it(work: Work, actor: Person, press: Press) -> Answer:
    """*Skriv ut på ett A4* was pressed: a file, below."""
    supplier = await _theirs(work, actor, press)
    sheet = SupplierSheet(
        name=supplier.name,
        supplier=await facts.of_supplier(work, actor, supplier),
        is_matchers=actor.role is Role.MATCHER,
        on=work.city.today(work.now),
        city=work.city.name,
    )
    return Below(Message(sheet, attachment=Attachment.SUPPLIER_PAGE))


async def _theirs(work: Work, actor: Person, press: Press) -> Supplier:
    found = await suppliers.with_id(work.session, press.number(0))
    if found is None or not may(actor.actor, Action.SEE_SUPPLIER):
        raise NotTheirsError
    return found


async def _message(work: Work, actor: Person, supplier: Supplier, *, is_whole: bool) -> Message:
    told = await facts.of_supplier(work, actor, supplier)
    under = await promised.contracts_of(work.session, supplier.id)
    first = next(iter(await contacts.of_supplier(work, supplier.id, under)), None)
    # Matchers see how to reach somebody on the card of an offer that they have taken, and nowhere else.
    sees = first is not None and may(actor.actor, Action.LEAD_CONTRACT)
    opens: list[Choice] = [
        (Label(text=each.registry_number), data(CONTRACT, each.id)) for each in under[:CONTRACTS_SHOWN]
    ]
    other, code = ("supplier_page.brief", SUPPLIER) if is_whole else ("supplier_page.whole", WHOLE)
    ways = [
        *opens,
        (Label(other), data(code, supplier.id)),
        (Label("supplier_page.print"), data(PRINT, supplier.id)),
        (Label("supplier_page.to_list"), data(LIST)),
    ]
    shown = SupplierShown(told, is_whole, is_matchers=actor.role is Role.MATCHER)
    return Message(shown, numbered(ways, in_a_row=2), details_of=first.reference if first and sees else None)
