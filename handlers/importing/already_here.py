"""What the city has already of what a sheet lists, looked up in a few questions however long the sheet is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from domain.company_name import known_as
from domain.obligation import ObligationKind
from handlers.importing.listed import Company, ListedContract
from storage.contracts import contract
from storage.contracts.contract import Contract
from storage.obligations import obligation
from storage.obligations.obligation import Obligation
from storage.people import contact, supplier
from storage.people.contact import Contact
from storage.people.supplier import Supplier


@dataclass(frozen=True)
class AlreadyHere:
    """What the city has already.

    Attributes:
        by_number: Suppliers by organisation number.
        by_name: Suppliers by what they are known as.
        contracts: By registry number.
        requirements: Obligations to give places, by contract.
        contacts: By supplier and name.
        placed: Whom to turn to, by contract.
    """

    by_number: Mapping[str, Supplier]
    by_name: Mapping[str, Supplier]
    contracts: Mapping[str, Contract]
    requirements: Mapping[int, Sequence[Obligation]]
    contacts: Mapping[tuple[int, str], Contact]
    placed: Mapping[int, Sequence[int]]

    def supplier(self, company: Company) -> Supplier | None:
        """The supplier that a company is: by its number, else by its name."""
        by_number = self.by_number.get(company.organisation_number or "")
        return by_number or self.by_name.get(known_as(company.name))


async def found_here(session: AsyncSession, listed: Sequence[ListedContract]) -> AlreadyHere:
    """What is known of these contracts, their suppliers and contacts."""
    contracts = await contract.with_registry_numbers(session, [each.registry_number for each in listed])
    contract_ids = [each.id for each in contracts.values()]
    suppliers = await supplier.everyone(session)
    by_name = {known_as(each.name): each for each in suppliers}
    by_number = {each.organisation_number: each for each in suppliers if each.organisation_number}
    known = AlreadyHere(by_number, by_name, contracts, {}, {}, {})
    supplier_ids = list({found.id for each in listed if (found := known.supplier(each.company))})
    contacts = await contact.of_suppliers(session, supplier_ids)
    return AlreadyHere(
        by_number,
        by_name,
        contracts,
        await obligation.of_contracts(session, contract_ids, ObligationKind.PLACES),
        {(each.supplier_id, each.name): each for each in contacts},
        await contact.placed_for(session, contract_ids),
    )
