"""Who of a supplier's people in Steget speaks for it: whoever is named, else a contract's contact, else the first."""

from handlers.handling.work import Work
from storage.people import contact as contacts
from storage.people import person
from storage.people.person import Person


async def spokesperson(
    work: Work, supplier_id: int, *, contact_id: int | None = None, contract_id: int | None = None
) -> Person | None:
    """They, with access now; None where nobody of the company is in."""
    named = await contacts.find(work.session, contact_id) if contact_id is not None else None
    placed = await contacts.of_contract(work.session, contract_id) if contract_id is not None else ()
    first = [named.person_id] if named is not None else []
    wanted = [*first, *(each.contact.person_id for each in placed)]
    people = {each.id: each for each in await person.of_supplier(work.session, supplier_id)}
    return next((people[each] for each in wanted if each in people), next(iter(people.values()), None))
