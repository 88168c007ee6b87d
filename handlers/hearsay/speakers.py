"""Who can have spoken for a supplier: those whom the register names, the contract's contacts first."""

from handlers.handling.work import Work
from storage.people import contact as contacts

MOST_NAMED = 6


async def speakers(work: Work, supplier_id: int, contract_id: int | None) -> tuple[str, ...]:
    """Their names."""
    placed = await contacts.of_contract(work.session, contract_id) if contract_id is not None else ()
    others = await contacts.of_suppliers(work.session, [supplier_id])
    named = [each.contact.name for each in placed] + sorted(each.name for each in others)
    return tuple(dict.fromkeys(named))[:MOST_NAMED]
