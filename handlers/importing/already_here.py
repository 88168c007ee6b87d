"""What the city has already of what a sheet lists, looked up in a few questions however long the sheet is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from domain.company_name import known_as
from domain.frozen import frozen
from domain.obligation import ObligationKind
from domain.registry_number import known_as as number_known_as
from handlers.importing.listed import Company, ListedContact, ListedContract
from storage.contracts import contract
from storage.contracts.contract import Contract
from storage.obligations import obligation
from storage.obligations.obligation import Obligation
from storage.people import contact, supplier
from storage.people.contact import Contact
from storage.people.supplier import Supplier
from storage.procurements import procurement
from storage.procurements.procurement import Procurement


@frozen
class AlreadyHere:
    """What the city has already.

    Attributes:
        by_number: Suppliers by organisation number.
        by_name: Suppliers by what they are known as.
        by_id: Suppliers by their ids.
        procurements: By registry number.
        contracts: By registry number, and there by supplier.
        requirements: Obligations to give places, by contract.
        contacts: By supplier, and there by name.
        placed: Whom to turn to, by contract.
        spellings: Registry numbers as the city writes them, by what they are known as.
    """

    by_number: Mapping[str, Supplier]
    by_name: Mapping[str, Supplier]
    by_id: Mapping[int, Supplier]
    procurements: Mapping[str, Procurement]
    contracts: Mapping[str, Mapping[int, Contract]]
    requirements: Mapping[int, Sequence[Obligation]]
    contacts: Mapping[int, Mapping[str, Contact]]
    placed: Mapping[int, Sequence[int]]
    spellings: Mapping[str, str]

    def numbered(self, listed: ListedContract) -> ListedContract:
        """The contract under its number as the city writes it: capitals and spaces make no other."""
        number = _spelt(listed.registry_number, self.spellings)
        return listed if number == listed.registry_number else replace(listed, registry_number=number)

    def supplier(self, company: Company) -> Supplier | None:
        """The supplier that a company is: by its number, else by its name."""
        by_number = self.by_number.get(company.organisation_number or "")
        return by_number or self.by_name.get(known_as(company.name))

    def contract(self, registry_number: str, supplier: Supplier | None) -> Contract | None:
        """The contract that the supplier has under that number."""
        return self.contracts.get(registry_number, {}).get(supplier.id) if supplier else None

    def under(self, registry_number: str) -> tuple[Supplier, ...]:
        """Who has a contract under that number."""
        return tuple(self.by_id[each] for each in self.contracts.get(registry_number, ()))

    def title_of(self, registry_number: str) -> str | None:
        """What the procurement under that number is called."""
        found = self.procurements.get(registry_number)
        return found.title if found else None

    def contacts_of(self, supplier_id: int) -> Mapping[str, Contact]:
        """Whom the supplier has named, by their names."""
        return self.contacts.get(supplier_id, {})

    def spelt(self, told: ListedContact, supplier: Supplier) -> ListedContact:
        """The contact by the name that the city knows them by: capitals and spaces make nobody else."""
        known = self.contacts_of(supplier.id)
        if told.name in known:
            return told
        same = (name for name in known if known_as(name) == known_as(told.name))
        return replace(told, name=next(same, told.name))


async def found_here(session: AsyncSession, listed: Sequence[ListedContract]) -> AlreadyHere:
    """What is known of these contracts, their suppliers and contacts."""
    spellings = _spellings(await procurement.registry_numbers(session))
    numbers = list(dict.fromkeys(_spelt(each.registry_number, spellings) for each in listed))
    contracts = await contract.with_registry_numbers(session, numbers)
    contract_ids = [each.id for each in contracts]
    suppliers = await supplier.everyone(session)
    known = AlreadyHere(
        {each.organisation_number: each for each in suppliers if each.organisation_number},
        {known_as(each.name): each for each in suppliers},
        {each.id: each for each in suppliers},
        await procurement.with_registry_numbers(session, numbers),
        _under_their_numbers(contracts),
        await obligation.of_contracts(session, contract_ids, ObligationKind.PLACES),
        {},
        await contact.placed_for(session, contract_ids),
        spellings,
    )
    supplier_ids = list({found.id for each in listed if (found := known.supplier(each.company))})
    contacts: dict[int, dict[str, Contact]] = {}
    for each in await contact.of_suppliers(session, supplier_ids):
        contacts.setdefault(each.supplier_id, {})[each.name] = each
    return replace(known, contacts=contacts)


def _spellings(numbers: Sequence[str]) -> dict[str, str]:
    """Of two that are known as the same the first; each of them is still found by its own writing."""
    return {number_known_as(number): number for number in reversed(numbers)} | {number: number for number in numbers}


def _spelt(number: str, spellings: Mapping[str, str]) -> str:
    return spellings.get(number) or spellings.get(number_known_as(number), number)


def _under_their_numbers(contracts: Sequence[Contract]) -> dict[str, dict[int, Contract]]:
    found: dict[str, dict[int, Contract]] = {}
    for each in contracts:
        found.setdefault(each.registry_number, {})[each.supplier_id] = each
    return found
