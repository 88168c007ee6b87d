"""Contracts and their contacts, put straight into the database where the chat isn't the point."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.contract import Clause
from storage.contracts.contract import Contract
from storage.people import contact as contacts
from storage.people import supplier
from storage.people.contact import Contact
from storage.people.person import Person
from storage.procurements import procurement
from tests.city import City

TODAY = date(2026, 11, 23)
"""The Monday on which tests begin."""

MALERI, PARKER = "Exempelmåleriet AB", "Påhittade Parker AB"


async def add_contract(
    session: AsyncSession,
    supplier_id: int,
    number: str,
    *,
    at: datetime,
    people: Sequence[Contact] = (),
    **values: Any,
) -> Contract:
    """A contract with these contacts in their order; every contract of the tests is made here."""
    usual = {"title": "Målning av skolor", "starts_on": date(2026, 10, 1), "clause": Clause.DIALOGUE}
    under = await procurement.found_or_created(session, number, str((usual | values)["title"]), now=at)
    contract = Contract(supplier_id=supplier_id, procurement_id=under.id, created_at=at, **(usual | values))
    session.add(contract)
    await session.flush()
    await session.refresh(contract, ["registry_number"])
    if people:
        await contacts.place(session, contract.id, [each.id for each in people])
    return contract


async def add_contact(session: AsyncSession, supplier_id: int, name: str, *, at: datetime, **values: Any) -> Contact:
    """A contact of the supplier's: the one that is known by that name, or a new one."""
    known = await contacts.named(session, supplier_id, name)
    if known is not None:
        return known
    contact = Contact(supplier_id=supplier_id, name=name, created_at=at, **values)
    session.add(contact)
    await session.flush()
    return contact


async def a_contract(
    city: City,
    number: str = "UH-2026-17",
    *,
    supplier_id: int = 1,
    contact: str | None = "Mira Holm",
    person_id: int | None = 1,
    **values: Any,
) -> Contract:
    """A running contract of the painters', with its contact and its end."""
    usual = {"starts_on": date(2026, 11, 1), "ends_on": date(2027, 12, 31), "value": 4_000_000}
    reached = {"phone": "040-123 45", "email": "mira@exempel.se", "person_id": person_id}
    at = city.clock.now()
    async with city.database.write() as session:
        people = [await add_contact(session, supplier_id, contact, at=at, **reached)] if contact else []
        return await add_contract(session, supplier_id, number, at=at, people=people, **(usual | values))


async def has_contract(
    city: City, company: str = MALERI, *, number: str = "2026/1", people: Sequence[str] = (), **values: Any
) -> int:
    """The company has a contract, with these contacts in their order; its id. A contact who is in is known by name."""
    at = city.clock.now()
    async with city.database.write() as session:
        firm = await supplier.found_or_created(session, company, now=at)
        named = [await _reachable(session, firm.id, name, at) for name in people]
        return (await add_contract(session, firm.id, number, at=at, people=named, **values)).id


async def _reachable(session: AsyncSession, supplier_id: int, name: str, at: datetime) -> Contact:
    own = await session.scalar(select(Person).where(Person.name == name, Person.supplier_id == supplier_id))
    email = f"{name.split(maxsplit=1)[0].lower()}@example.se"
    person_id = own.id if own else None
    return await add_contact(session, supplier_id, name, at=at, email=email, phone="040-628 04 01", person_id=person_id)
