"""Who to talk to at a supplier: those whom its contracts name, the first contact first, then others who are in."""

from collections.abc import Sequence

from domain.frozen import frozen
from domain.reference import Noun, Reference
from handlers.handling.work import Work
from storage.contracts.contract import Contract
from storage.people import contact as contacts
from storage.people import person


@frozen
class ToTalkTo:
    """Somebody at the supplier, and by what their phone and e-mail are looked up."""

    name: str
    reference: Reference


async def of_supplier(work: Work, supplier_id: int, under: Sequence[Contract]) -> Sequence[ToTalkTo]:
    """All of them."""
    named = {each.id: each for each in await contacts.of_suppliers(work.session, [supplier_id])}
    placed = await contacts.placed_for(work.session, [each.id for each in under])
    in_order = dict.fromkeys([*(one for each in under for one in placed.get(each.id, [])), *named])
    known = {each.person_id for each in named.values()}
    others = [each for each in await person.of_supplier(work.session, supplier_id) if each.id not in known]
    of_contracts = [ToTalkTo(named[one].name, Reference(Noun.CONTACT, one)) for one in in_order if one in named]
    return [*of_contracts, *(ToTalkTo(each.name, each.reference) for each in others)]
