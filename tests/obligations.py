"""What follows from contracts, put straight into the database where the chat isn't the point."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.obligation import ObligationKind, ObligationStatus, Rung
from handlers.handling.city import City as OurCity
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation
from tests.city import City
from tests.contracts import TODAY


async def add_obligation(
    session: AsyncSession, contract: Contract, kind: ObligationKind, due_on: date, *, at: datetime, **values: Any
) -> Obligation:
    """An open obligation to which the ladder doesn't come by itself; every obligation of the tests is made here."""
    usual = {
        "key": kind.value,
        "planned_on": due_on,
        "due_on": due_on,
        "status": ObligationStatus.OPEN,
        "rung": Rung.NONE.value,
        "revision": 1,
        "created_at": at,
    }
    obligation = Obligation(contract_id=contract.id, supplier_id=contract.supplier_id, kind=kind, **(usual | values))
    session.add(obligation)
    await session.flush()
    return obligation


async def an_obligation(
    city: City, contract: Contract, kind: ObligationKind = ObligationKind.PLAN, **values: Any
) -> Obligation:
    """An open obligation, due in a month."""
    due_on = values.pop("due_on", TODAY + timedelta(days=30))
    key = f"{kind}:{due_on}:{values.get('title')}:{values.get('slot_kind')}"
    async with city.database.write() as session:
        return await add_obligation(session, contract, kind, due_on, at=city.clock.now(), **({"key": key} | values))


async def has_obligation(city: City, contract_id: int, kind: ObligationKind, due_on: date, **values: Any) -> int:
    """Something follows from the contract, due on that day, and the ladder begins below; its id.

    The ladder comes to it when the test moves the clock, and not with a tick of the bot's own in between.
    """
    now = city.clock.now()
    next_at = values.pop("next_at", climbs_at(city.program.city, due_on))
    soon = max(next_at, now + timedelta(minutes=1)) if next_at is not None else None
    async with city.database.write() as session:
        contract = await session.get_one(Contract, contract_id)
        return (await add_obligation(session, contract, kind, due_on, at=now, next_at=soon, **values)).id


def climbs_at(city: OurCity, due_on: date) -> datetime | None:
    """When the ladder first comes to what is due on that day."""
    climb = city.ladder.next_climb(due_on, Rung.NONE, city.hours)
    return climb.at if climb else None


async def obligation(city: City, obligation_id: int) -> Obligation:
    """How it stands now."""
    return await city.asks(lambda session: session.get_one(Obligation, obligation_id))


async def as_it_is(city: City, known: Obligation) -> Obligation:
    """The obligation as the database has it now."""
    return await obligation(city, known.id)


async def is_set(city: City, known: Obligation, **values: Any) -> None:
    """Let it be so."""
    async with city.database.write() as session:
        await session.execute(update(Obligation).where(Obligation.id == known.id).values(**values))
