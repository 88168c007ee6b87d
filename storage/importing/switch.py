"""Put what is staged in, all at once: a handful of statements, each for however many contracts.

The row in the sheet ties it together: which contract it has become is noted once, and all else follows by the row.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, Select, and_, case, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.company_name import known_as
from domain.ledger_event import LedgerEvent
from domain.obligation import NUMBERS
from domain.reference import Noun
from storage.base import table_of
from storage.contracts.contract import Contract
from storage.dialects import insert_into
from storage.importing.staging import StagedContact, StagedContract, StagedObligation
from storage.ledger import LedgerRow, LedgerText, LedgerUnsealed
from storage.obligations.obligation import Obligation
from storage.people.contact import Contact, ContractContact
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement

Rows = Select[*tuple[Any, ...]]
"""A question whose answers are the rows to put in."""

Staged = StagedContact | StagedObligation

_COUNTING = (StagedContract.counting, StagedContract.counts_from)


async def put_in(session: AsyncSession, staging_id: int, *, now: datetime, actor_id: int | None) -> None:
    """All of it, as if each contract had been entered now by that person."""
    await _suppliers(session, staging_id, now)
    await _procurements(session, staging_id, now)
    await _contracts(session, staging_id, now)
    await _contacts(session, staging_id, now)
    await _obligations(session, staging_id, now)
    await _ledger(session, staging_id, now, actor_id)


async def _suppliers(session: AsyncSession, staging_id: int, now: datetime) -> None:
    """Who is new, and what was missing of those who are here."""
    told = (StagedContract.organisation_number, StagedContract.trade, StagedContract.area)
    of_each = (
        select(StagedContract.supplier, *map(func.max, told), literal(now, Supplier.created_at.type))
        .where(StagedContract.staging_id == staging_id)
        .group_by(StagedContract.supplier)
        .order_by(func.min(StagedContract.row))
    )
    names = ["name", "organisation_number", "trade", "area", "created_at"]
    new = insert_into(session, Supplier).from_select(names, of_each)
    missing = {name: func.coalesce(getattr(Supplier, name), new.excluded[name]) for name in names[1:4]}
    await session.execute(new.on_conflict_do_update(index_elements=[Supplier.name], set_=missing))

    its = select(Supplier.id).where(Supplier.name == StagedContract.supplier)
    await _know(session, staging_id, supplier_id=its.scalar_subquery())


async def _procurements(session: AsyncSession, staging_id: int, now: datetime) -> None:
    """What is new under its number: called as its first contract, of that one's trade and value."""
    first = select(func.min(StagedContract.row)).where(StagedContract.staging_id == staging_id)
    told = (StagedContract.registry_number, StagedContract.title, StagedContract.trade, StagedContract.value)
    of_each = (
        select(*told, literal(now, Procurement.created_at.type))
        .where(
            StagedContract.staging_id == staging_id,
            StagedContract.row.in_(first.group_by(StagedContract.registry_number)),
        )
        .order_by(StagedContract.row)
    )
    names = ["registry_number", "title", "trade", "value", "created_at"]
    new = insert_into(session, Procurement).from_select(names, of_each)
    await session.execute(new.on_conflict_do_nothing(index_elements=[Procurement.registry_number]))


async def _contracts(session: AsyncSession, staging_id: int, now: datetime) -> None:
    as_staged = [
        "supplier_id",
        "title",
        "starts_on",
        "ends_on",
        "clause",
        "value",
        "cadence",
        "counting",
        "counts_from",
        "planned_until",
    ]
    staged = (
        select(
            Procurement.id,
            *(getattr(StagedContract, name) for name in as_staged),
            literal(now, Contract.created_at.type),
        )
        .join(Procurement, Procurement.registry_number == StagedContract.registry_number)
        .where(StagedContract.staging_id == staging_id)
        .order_by(StagedContract.row)
    )
    await _insert(session, Contract, ["procurement_id", *as_staged, "created_at"], staged)
    itself = (
        select(Contract.id)
        .join(Procurement, Procurement.id == Contract.procurement_id)
        .where(
            Procurement.registry_number == StagedContract.registry_number,
            Contract.supplier_id == StagedContract.supplier_id,
        )
    )
    await _know(session, staging_id, contract_id=itself.scalar_subquery())


async def _know(session: AsyncSession, staging_id: int, **ids: ScalarSelect[int]) -> None:
    """Note what the staged contracts are here, so that all that belongs to them is found by the row alone."""
    noted = update(table_of(StagedContract)).where(StagedContract.staging_id == staging_id).values(**ids)
    await session.execute(noted)


async def _contacts(session: AsyncSession, staging_id: int, now: datetime) -> None:
    """Those whom the contracts name: who is new, what is told anew of who is here, and who answers for which."""
    named = _of_contracts(
        select(
            StagedContract.supplier_id,
            StagedContact.name,
            func.max(StagedContact.email),
            func.max(StagedContact.phone),
            literal(now, Contact.created_at.type),
        ),
        staging_id,
        StagedContact,
    )
    in_order = named.group_by(StagedContract.supplier_id, StagedContact.name).order_by(func.min(StagedContact.row))
    new = insert_into(session, Contact).from_select(["supplier_id", "name", "email", "phone", "created_at"], in_order)
    told = {name: func.coalesce(new.excluded[name], getattr(Contact, name)) for name in ("email", "phone")}
    await session.execute(new.on_conflict_do_update(index_elements=[Contact.supplier_id, Contact.name], set_=told))
    is_named = and_(Contact.supplier_id == StagedContract.supplier_id, Contact.name == StagedContact.name)
    placed = select(StagedContract.contract_id, Contact.id, StagedContact.place)
    await _insert(
        session,
        ContractContact,
        ["contract_id", "contact_id", "place"],
        _of_contracts(placed, staging_id, StagedContact).join(Contact, is_named),
    )
    await _know_who_is_in(session, now)


async def _know_who_is_in(session: AsyncSession, now: datetime) -> None:
    """Of the new contacts, who is in Steget already, by their names."""
    colleagues = await session.execute(
        select(Contact.id, Contact.name, Person.id, Person.name)
        .join(Person, Person.supplier_id == Contact.supplier_id)
        .where(Contact.created_at == now, Contact.person_id.is_(None), Person.ended_at.is_(None))
        .order_by(Person.id),
    )
    for contact_id, name, person_id, their_name in colleagues.all():
        if known_as(name) == known_as(their_name):
            await session.execute(update(Contact).where(Contact.id == contact_id).values(person_id=person_id))


async def _obligations(session: AsyncSession, staging_id: int, now: datetime) -> None:
    as_staged = ["kind", "key", "slot_kind", "places", "due_on", "status", "rung", "next_at"]
    staged = select(
        StagedContract.contract_id,
        StagedContract.supplier_id,
        *(getattr(StagedObligation, name) for name in as_staged),
        # Numbers are counted as their contract says.
        *(case((StagedObligation.kind.in_(NUMBERS), each)) for each in _COUNTING),
        StagedObligation.due_on,
        literal(False, Obligation.is_for_city.type),  # noqa: FBT003  a value in a statement
        literal(1, Obligation.revision.type),
        literal(now, Obligation.created_at.type),
    )
    await _insert(
        session,
        Obligation,
        [
            "contract_id",
            "supplier_id",
            *as_staged,
            "counting",
            "counts_from",
            "planned_on",
            "is_for_city",
            "revision",
            "created_at",
        ],
        _of_contracts(staged, staging_id, StagedObligation).order_by(StagedObligation.row, StagedObligation.number),
    )


async def _ledger(session: AsyncSession, staging_id: int, now: datetime, actor_id: int | None) -> None:
    """The line that each contract has in the ledger, its words, and its place before the sealer."""
    line = select(
        literal(now, LedgerRow.at.type),
        literal(LedgerEvent.CONTRACT_IMPORTED.value, LedgerRow.event.type),
        literal(actor_id, LedgerRow.actor_id.type),
        StagedContract.supplier_id,
        StagedContract.contract_id,
        literal(f"{Noun.CONTRACT}:").concat(StagedContract.contract_id),
        StagedContract.content_hash,
    )
    names = ["at", "event", "actor_id", "supplier_id", "contract_id", "about", "content_hash"]
    staged = line.where(StagedContract.staging_id == staging_id).order_by(StagedContract.row)
    await _insert(session, LedgerRow, names, staged)
    written = and_(LedgerRow.contract_id == StagedContract.contract_id, StagedContract.staging_id == staging_id)
    words = select(LedgerRow.id, StagedContract.salt, StagedContract.content)
    await _insert(session, LedgerText, ["ledger_id", "salt", "content"], words.join(StagedContract, written))
    lines = select(LedgerRow.id).join(StagedContract, written)
    await _insert(session, LedgerUnsealed, ["ledger_id"], lines)


def _of_contracts(what: Rows, staging_id: int, staged: type[Staged]) -> Rows:
    """What is staged of the contracts, beside the contracts themselves, now that it is known which they are."""
    is_its = and_(StagedContract.staging_id == staging_id, StagedContract.row == staged.row)
    return what.select_from(staged).join(StagedContract, is_its).where(staged.staging_id == staging_id)


async def _insert(session: AsyncSession, table: type[Any], names: list[str], rows: Rows) -> None:
    await session.execute(insert(table).from_select(names, rows, include_defaults=False))
