"""Companies as the ladder sees them: everyone who speaks for them, who of those is away, and who stands in for whom."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.role import Role
from storage.contracts.contract import Contract
from storage.people.absence import Absence, Deputy
from storage.people.contact import Contact, ContractContact, Placed
from storage.people.person import Person
from storage.people.supplier import Supplier


async def people(session: AsyncSession, supplier_ids: Collection[int]) -> Sequence[Person]:
    """Everyone with access who speaks for one of those suppliers, oldest first."""
    return (
        await session.scalars(
            select(Person)
            .where(Person.supplier_id.in_(supplier_ids), Person.role == Role.SUPPLIER, Person.ended_at.is_(None))
            .order_by(Person.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def away(session: AsyncSession, supplier_ids: Collection[int], *, today: date) -> set[int]:
    """Of those who speak for the suppliers the ones who are away, by id."""
    found = await session.scalars(
        select(Absence.person_id)
        .join(Person, Person.id == Absence.person_id)
        .where(Person.supplier_id.in_(supplier_ids), Absence.until_on > today),
    )
    return set(found)


async def deputies(session: AsyncSession, supplier_ids: Collection[int]) -> dict[int, int]:
    """Who stands in for whom among those who speak for the suppliers, by id."""
    rows = await session.execute(
        select(Deputy.person_id, Deputy.deputy_id)
        .join(Person, Person.id == Deputy.person_id)
        .where(Person.supplier_id.in_(supplier_ids)),
    )
    return {row.person_id: row.deputy_id for row in rows}


async def contacts(session: AsyncSession, contract_ids: Collection[int]) -> dict[int, list[Placed]]:
    """Whom to turn to about each of those contracts, the first contact first."""
    rows = await session.execute(
        select(ContractContact.contract_id, Contact, ContractContact.place, Person)
        .join(Contact, ContractContact.contact_id == Contact.id)
        .outerjoin(Person, Person.id == Contact.person_id)
        .where(ContractContact.contract_id.in_(contract_ids))
        .order_by(ContractContact.place, Contact.id)
        .execution_options(populate_existing=True),
    )
    found: dict[int, list[Placed]] = {}
    for contract_id, contact, place, person in rows:
        found.setdefault(contract_id, []).append(Placed(contact, place, person))
    return found


async def all_contacts(session: AsyncSession, supplier_id: int) -> Sequence[Contact]:
    """Everyone whom the supplier has named, for whichever contract."""
    return (
        await session.scalars(select(Contact).where(Contact.supplier_id == supplier_id).order_by(Contact.name))
    ).all()


async def contracts(session: AsyncSession, contract_ids: Collection[int]) -> dict[int, Contract]:
    """Those contracts, by id."""
    found = await session.scalars(select(Contract).where(Contract.id.in_(contract_ids)))
    return {each.id: each for each in found}


async def names(session: AsyncSession, supplier_ids: Collection[int]) -> dict[int, str]:
    """What those suppliers are called, by id."""
    rows = await session.execute(select(Supplier.id, Supplier.name).where(Supplier.id.in_(supplier_ids)))
    return {row.id: row.name for row in rows}
