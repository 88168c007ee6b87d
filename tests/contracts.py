"""Contracts and obligations for tests, put straight into the database where the chat isn't the point."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from domain.contract import Clause
from domain.obligation import ObligationKind, ObligationStatus
from storage.contracts.contract import Contract
from storage.ledger import LedgerRow
from storage.obligations.obligation import Obligation
from storage.people.contact import FIRST_CONTACT, Contact, ContractContact
from tests.city import City

TODAY = date(2026, 11, 23)


async def a_contract(
    city: City,
    number: str = "UH-2026-17",
    *,
    supplier_id: int = 1,
    contact: str | None = "Mira Holm",
    person_id: int | None = 1,
    **values: Any,
) -> Contract:
    """A running contract of the painters', with its contact."""
    filled_in: dict[str, Any] = {
        "title": "Målning av skolor",
        "starts_on": date(2026, 11, 1),
        "ends_on": date(2027, 12, 31),
        "clause": Clause.DIALOGUE,
        "value": 4_000_000,
    }
    async with city.database.write() as session:
        contract = Contract(
            supplier_id=supplier_id,
            registry_number=number,
            created_at=city.clock.now(),
            **(filled_in | values),
        )
        session.add(contract)
        await session.flush()
        if contact is not None:
            somebody = await session.scalar(select(Contact).where(Contact.name == contact))
            if somebody is None:
                somebody = Contact(
                    supplier_id=supplier_id,
                    name=contact,
                    phone="040-123 45",
                    email="mira@exempel.se",
                    person_id=person_id,
                    created_at=city.clock.now(),
                )
                session.add(somebody)
                await session.flush()
            session.add(ContractContact(contract_id=contract.id, contact_id=somebody.id, place=FIRST_CONTACT))
    return contract


async def an_obligation(
    city: City, contract: Contract, kind: ObligationKind = ObligationKind.PLAN, **values: Any
) -> Obligation:
    """An open obligation, due in a month."""
    due_on = values.get("due_on", TODAY + timedelta(days=30))
    filled_in: dict[str, Any] = {
        "key": f"{kind}:{due_on}:{values.get('title')}:{values.get('slot_kind')}",
        "planned_on": due_on,
        "due_on": due_on,
        "status": ObligationStatus.OPEN,
        "rung": 0,
        "revision": 1,
        "created_at": city.clock.now(),
    }
    async with city.database.write() as session:
        obligation = Obligation(
            contract_id=contract.id, supplier_id=contract.supplier_id, kind=kind, **(filled_in | values)
        )
        session.add(obligation)
    return obligation


async def as_it_is(city: City, obligation: Obligation) -> Obligation:
    """The obligation as the database has it now."""
    async with city.database.read() as session:
        return await session.get_one(Obligation, obligation.id)


async def is_set(city: City, obligation: Obligation, **values: Any) -> None:
    """Let it be so."""
    async with city.database.write() as session:
        await session.execute(update(Obligation).where(Obligation.id == obligation.id).values(**values))


async def recorded(city: City, event: str) -> list[LedgerRow]:
    """What the ledger has of an event, in order."""
    async with city.database.read() as session:
        found = await session.scalars(select(LedgerRow).where(LedgerRow.event == event).order_by(LedgerRow.id))
        return list(found)


def instant(day: date, clock: str, city: City) -> datetime:
    """A local time."""
    return datetime.combine(day, datetime.strptime(clock, "%H.%M").time(), tzinfo=city.program.city.hours.zone)  # noqa: DTZ007
