"""Contacts: whom a supplier has named for its contracts, whether they are in Steget yet or not.

Their phone and e-mail are the other route: people call and write there, on paper or by mail. The bot writes to neither.
It shows them to the city's coordinators, and to the matcher who has an offer of theirs: the contact is told who that
is, and everyone reads in the first letter, e-mail or message what is kept of them, and how to object (0029).
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.company_name import is_same
from domain.contact import LONGEST_EMAIL, LONGEST_NAME, LONGEST_PHONE
from domain.frozen import frozen
from storage.base import Base, Id, batched
from storage.contracts.contract import Contract
from storage.people.person import Person
from storage.people.supplier import Supplier

FIRST_CONTACT, SECOND_CONTACT = 1, 2
"""The contact of a contract, and the second contact, who is asked where the first does nothing."""


class Contact(Base):
    """Somebody at a supplier."""

    __tablename__ = "contact"
    __table_args__ = (
        UniqueConstraint("supplier_id", "name"),
        Index("ix_contact_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    email: Mapped[str | None] = mapped_column(String(LONGEST_EMAIL))
    phone: Mapped[str | None] = mapped_column(String(LONGEST_PHONE))
    person_id: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """The contact once they have come in; None until then."""
    created_at: Mapped[datetime]


class ContractContact(Base):
    """Whom to turn to about a contract, and in which order."""

    __tablename__ = "contract_contact"

    contract_id: Mapped[int] = mapped_column(ForeignKey(Contract.id), primary_key=True, autoincrement=False)
    contact_id: Mapped[int] = mapped_column(ForeignKey(Contact.id), primary_key=True, autoincrement=False, index=True)
    place: Mapped[int]
    """`FIRST_CONTACT` or `SECOND_CONTACT`."""


@frozen
class Placed:
    """A contact of a contract: in which place, and the person where they have come in."""

    contact: Contact
    place: int
    person: Person | None


async def find(session: AsyncSession, contact_id: int) -> Contact | None:
    """The contact with that id."""
    return await session.get(Contact, contact_id)


async def named(session: AsyncSession, supplier_id: int, name: str) -> Contact | None:
    """The supplier's contact of that name."""
    return await session.scalar(select(Contact).where(Contact.supplier_id == supplier_id, Contact.name == name))


async def known_as(session: AsyncSession, supplier_id: int, name: str) -> Contact | None:
    """The supplier's contact who is known by that name, whatever its capitals and spaces."""
    theirs = await session.scalars(select(Contact).where(Contact.supplier_id == supplier_id).order_by(Contact.id))
    return next((each for each in theirs if is_same(each.name, name)), None)


async def of_contract(session: AsyncSession, contract_id: int) -> Sequence[Placed]:
    """Whom to turn to about the contract, the first contact first."""
    return (await of_contracts(session, [contract_id])).get(contract_id, [])


async def of_person(session: AsyncSession, person_id: int) -> Contact | None:
    """The contact that somebody came in as."""
    return await session.scalar(select(Contact).where(Contact.person_id == person_id).order_by(Contact.id).limit(1))


async def has_come_in(session: AsyncSession, contact_id: int, *, person_id: int) -> None:
    """Note who the contact is, now that they have used their invitation."""
    await session.execute(update(Contact).where(Contact.id == contact_id).values(person_id=person_id))


async def has_left(session: AsyncSession, person_id: int) -> None:
    """Note that nobody is in any more as the contacts that the person was: these can be invited again."""
    await session.execute(update(Contact).where(Contact.person_id == person_id).values(person_id=None))


async def place(session: AsyncSession, contract_id: int, contact_ids: Sequence[int]) -> None:
    """Say whom to turn to about the contract, the first contact first, instead of whoever it was."""
    await session.execute(delete(ContractContact).where(ContractContact.contract_id == contract_id))
    session.add_all(
        ContractContact(contract_id=contract_id, contact_id=contact_id, place=number)
        for number, contact_id in enumerate(contact_ids, start=FIRST_CONTACT)
    )
    await session.flush()


async def of_suppliers(session: AsyncSession, supplier_ids: Sequence[int]) -> Sequence[Contact]:
    """Everyone whom these suppliers have named."""
    found: list[Contact] = []
    for some in batched(supplier_ids):
        found += await session.scalars(
            select(Contact).where(Contact.supplier_id.in_(some)).execution_options(populate_existing=True)
        )
    return found


async def placed_for(session: AsyncSession, contract_ids: Sequence[int]) -> dict[int, list[int]]:
    """Whom to turn to about each of these contracts, by the contacts' ids, the first contact first."""
    found: dict[int, list[int]] = {}
    for some in batched(contract_ids):
        rows = await session.scalars(
            select(ContractContact).where(ContractContact.contract_id.in_(some)).order_by(ContractContact.place)
        )
        for each in rows:
            found.setdefault(each.contract_id, []).append(each.contact_id)
    return found


async def of_contracts(session: AsyncSession, contract_ids: Collection[int]) -> dict[int, list[Placed]]:
    """Whom to turn to about each of those contracts, by their ids, the first contact first."""
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
