"""Take the contacts and second contacts of contracts that are here in, as far as a sheet tells otherwise of them."""

from collections.abc import Sequence

from domain.company_name import known_as
from domain.contact import is_same_email, is_same_phone
from handlers.handling.work import Work
from handlers.importing.already_here import AlreadyHere
from handlers.importing.changes import with_others
from handlers.importing.comparing import Changed
from handlers.importing.listed import ListedContact
from storage.contracts.contract import Contract
from storage.people import contact, person
from storage.people.contact import Contact


class Contacts:
    """Those who are here, and those who are added on the way."""

    def __init__(self, work: Work, known: AlreadyHere) -> None:
        self._work, self._known = work, known
        self._contacts = {supplier_id: dict(names) for supplier_id, names in known.contacts.items()}

    async def take(self, changed: Sequence[Changed]) -> None:
        """Note who answers for each contract."""
        people = await self._people([each.contract.supplier_id for each in changed])
        for each in changed:
            for told in each.listed.contacts:
                self._note(each.contract, told, people)
        await self._work.session.flush()
        for each in changed:
            await self._place(each)

    def _note(self, contract: Contract, told: ListedContact, people: dict[tuple[int, str], int]) -> None:
        known = self._contacts.setdefault(contract.supplier_id, {})
        here = known.get(told.name)
        if here is None:
            here = Contact(
                supplier_id=contract.supplier_id,
                name=told.name,
                person_id=people.get((contract.supplier_id, known_as(told.name))),
                created_at=self._work.now,
            )
            known[told.name] = here
            self._work.session.add(here)
        # Written otherwise is not changed: what the city has noted before stays.
        if told.email and not is_same_email(told.email, here.email):
            here.email = told.email
        if told.phone and not is_same_phone(told.phone, here.phone):
            here.phone = told.phone

    async def _place(self, changed: Changed) -> None:
        contacts = self._contacts.get(changed.contract.supplier_id, {})
        names = {each.id: name for name, each in contacts.items()}
        placed = [names[each] for each in self._known.placed.get(changed.contract.id, ())]
        wanted = with_others(changed.listed.contacts, placed)
        if wanted != placed:
            await contact.place(self._work.session, changed.contract.id, [contacts[name].id for name in wanted])

    async def _people(self, supplier_ids: Sequence[int]) -> dict[tuple[int, str], int]:
        """Who of these suppliers is in Steget already, by name."""
        found = await person.of_suppliers(self._work.session, list(set(supplier_ids)))
        return {(each.supplier_id or 0, known_as(each.name)): each.id for each in found}
