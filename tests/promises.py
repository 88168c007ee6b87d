"""Contracts, contacts and obligations that tests begin with."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.contract import Clause
from domain.meeting import MeetingKind, MeetingStatus
from domain.obligation import ObligationKind, ObligationStatus, Rung
from handlers.handling.city import City as OurCity
from storage.contracts.contract import Contract
from storage.meetings.meeting import Meeting
from storage.obligations.obligation import Obligation
from storage.people import contact as contacts
from storage.people import supplier
from storage.people.contact import Contact
from storage.people.person import Person
from tests.city import City

STARTED_ON = date(2026, 10, 1)
MALERI, PARKER = "Exempelmåleriet AB", "Påhittade Parker AB"


async def has_contract(  # noqa: PLR0913  what a contract may have, each with what is usual
    city: City,
    company: str = MALERI,
    *,
    number: str = "2026/1",
    title: str = "Målning av skolor",
    people: Sequence[str] = (),
    clause: Clause = Clause.DIALOGUE,
    ends_on: date | None = None,
) -> int:
    """The company has a contract, with these contacts in their order; its id. A contact who is in is known by name."""
    now = city.clock.now()
    async with city.database.write() as session:
        firm = await supplier.found_or_created(session, company, now=now)
        contract = Contract(
            supplier_id=firm.id,
            registry_number=number,
            title=title,
            starts_on=STARTED_ON,
            ends_on=ends_on,
            clause=clause,
            created_at=now,
        )
        session.add(contract)
        await session.flush()
        named = [await _contact(session, firm.id, name, now) for name in people]
        await contacts.place(session, contract.id, [each.id for each in named])
        return contract.id


async def has_obligation(
    city: City, contract_id: int, kind: ObligationKind, due_on: date, *, key: str = "", **values: Any
) -> int:
    """Something follows from the contract, due on that day, and the ladder begins below; its id.

    The ladder comes to it when the test moves the clock, and not with a tick of the bot's own in between.
    """
    async with city.database.write() as session:
        obligation = await an_obligation(session, city.program.city, contract_id, kind, due_on, key=key, **values)
        if obligation.next_at is not None:
            obligation.next_at = max(obligation.next_at, city.clock.now() + timedelta(minutes=1))
        await session.flush()
        return obligation.id


async def an_obligation(  # noqa: PLR0913  what an obligation may have
    session: AsyncSession,
    city: OurCity,
    contract_id: int,
    kind: ObligationKind,
    due_on: date,
    *,
    key: str = "",
    now: datetime = datetime(2026, 10, 1, 8, tzinfo=UTC),
    **values: Any,
) -> Obligation:
    """The row itself, in a transaction that is open."""
    climb = city.ladder.next_climb(due_on, Rung.NONE, city.hours)
    contract = await session.get_one(Contract, contract_id)
    obligation = Obligation(
        contract_id=contract_id,
        supplier_id=contract.supplier_id,
        kind=kind,
        key=key or kind.value,
        planned_on=due_on,
        due_on=due_on,
        status=ObligationStatus.OPEN,
        rung=Rung.NONE.value,
        next_at=climb.at if climb else None,
        revision=1,
        created_at=now,
    )
    for name, value in values.items():
        setattr(obligation, name, value)
    session.add(obligation)
    return obligation


async def has_meeting(  # noqa: PLR0913  what a meeting may have
    city: City,
    contract_id: int,
    kind: MeetingKind,
    starts_at: datetime,
    *,
    organiser: str = "Karin Ek",
    status: MeetingStatus = MeetingStatus.PLANNED,
) -> int:
    """A meeting under the contract; its id."""
    now = city.clock.now()
    async with city.database.write() as session:
        contract = await session.get_one(Contract, contract_id)
        by = (await session.scalars(select(Person).where(Person.name == organiser))).one()
        meeting = Meeting(
            contract_id=contract_id,
            supplier_id=contract.supplier_id,
            kind=kind,
            status=status,
            starts_at=starts_at,
            minutes=60,
            place="Stadshuset",
            organised_by=by.id,
            uid=f"{contract_id}-{kind}-{starts_at.isoformat()}@steget",
            sequence=0,
            revision=1,
            reminded=0,
            created_at=now,
        )
        session.add(meeting)
        await session.flush()
        return meeting.id


async def obligation(city: City, obligation_id: int) -> Obligation:
    """How it stands now."""
    return await city.asks(lambda session: session.get_one(Obligation, obligation_id))


async def _contact(session: AsyncSession, supplier_id: int, name: str, now: datetime) -> Contact:
    known = await contacts.named(session, supplier_id, name)
    if known is not None:
        return known
    own = await session.scalar(select(Person).where(Person.name == name, Person.supplier_id == supplier_id))
    first = name.split(maxsplit=1)[0].lower()
    contact = Contact(
        supplier_id=supplier_id,
        name=name,
        email=f"{first}@example.se",
        phone="040-628 04 01",
        person_id=own.id if own else None,
        created_at=now,
    )
    session.add(contact)
    await session.flush()
    return contact
