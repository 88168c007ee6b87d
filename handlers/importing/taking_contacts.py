"""Take the contacts and second contacts of contracts that are here in, as far as a sheet tells otherwise of them."""

from collections.abc import Sequence

from domain.company_name import known_as
from handlers.handling.work import Work
from handlers.importing.already_here import AlreadyHere
from handlers.importing.comparing import Changed, with_others
from handlers.importing.listed import ListedContact
from storage.contracts.contract import Contract
from storage.people import contact, person
from storage.people.contact import Contact


class Contacts:
    """Those who are here, and those who are added on the way."""

    def __init__(self, work: Work, known: AlreadyHere) -> None:
        self._work, self._known = work, known
        self._contacts = dict(known.contacts)

    async def take(self, changed: Sequence[Changed]) -> None:
        """Note who answers for each contract."""
        people = await self._people([each.contract.supplier_id for each in changed])
        told = [
            (each.contract, [self._noted(each.contract, one, people) for one in each.listed.contacts])
            for each in changed
        ]
        await self._work.session.flush()
        for contract, contacts in told:
            await self._place(contract, [each.id for each in contacts])

    def _noted(self, contract: Contract, told: ListedContact, people: dict[tuple[int, str], int]) -> Contact:
        here = self._contacts.get((contract.supplier_id, told.name))
        if here is None:
            here = Contact(
                supplier_id=contract.supplier_id,
                name=told.name,
                person_id=people.get((contract.supplier_id, known_as(told.name))),
                created_at=self._work.now,
            )
            self._contacts[contract.supplier_id, told.name] = here
            self._work.session.add(here)
        here.email, here.phone = told.email or here.email, told.phone or here.phone
        return here

    async def _place(self, contract: Contract, ids: list[int]) -> None:
        placed = list(self._known.placed.get(contract.id, ()))
        wanted = with_others(ids, placed)
        if wanted != placed:
            await contact.place(self._work.session, contract.id, wanted)

    async def _people(self, supplier_ids: Sequence[int]) -> dict[tuple[int, str], int]:
        """Who of these suppliers is in Steget already, by name."""
        found = await person.of_suppliers(self._work.session, list(set(supplier_ids)))
        return {(each.supplier_id or 0, known_as(each.name)): each.id for each in found}
