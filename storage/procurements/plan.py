"""The plan: the procurements that are noted, not put away, and not bought yet."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.contracts.contract import Contract
from storage.people.supplier import Supplier
from storage.procurements.decision import ProcurementDecision
from storage.procurements.procurement import Procurement

MOST_PLANNED = 1_000
"""So many of the newest are ranked: a large city plans some hundred a year."""


_IS_BOUGHT = exists().where(Contract.procurement_id == Procurement.id)
_IS_PLANNED = (Procurement.noted_at.is_not(None), Procurement.put_away_at.is_(None), ~_IS_BOUGHT)
_IS_DECIDED = exists().where(ProcurementDecision.procurement_id == Procurement.id)

# Made once: each list asks both.
_COUNT_DECIDED = select(func.count()).select_from(Procurement).where(_IS_DECIDED, *_IS_PLANNED)
_COUNT_UNDECIDED = select(func.count()).select_from(Procurement).where(~_IS_DECIDED, *_IS_PLANNED)
_NEWEST = select(Procurement).order_by(Procurement.id.desc()).limit(MOST_PLANNED)
_NEWEST_DECIDED = _NEWEST.where(_IS_DECIDED, *_IS_PLANNED)
_NEWEST_UNDECIDED = _NEWEST.where(~_IS_DECIDED, *_IS_PLANNED)


async def count(session: AsyncSession, *, is_decided: bool) -> int:
    """Of how many something is decided, or nothing."""
    return await session.scalar(_COUNT_DECIDED if is_decided else _COUNT_UNDECIDED) or 0


async def planned(session: AsyncSession, *, is_decided: bool) -> Sequence[Procurement]:
    """Those of which something is decided, or nothing: the first to begin first, and last those without a day."""
    rows = (await session.scalars(_NEWEST_DECIDED if is_decided else _NEWEST_UNDECIDED)).all()
    return sorted(rows, key=lambda each: (each.planned_on is None, each.planned_on, each.id))


async def with_id(session: AsyncSession, procurement_id: int) -> Procurement | None:
    """One that was planned, whatever has become of it; None for any other."""
    found = select(Procurement).where(Procurement.id == procurement_id, Procurement.noted_at.is_not(None))
    return await session.scalar(found.execution_options(populate_existing=True))


async def is_planned(session: AsyncSession, procurement_id: int) -> bool:
    """Whether it stands in the plan still: neither put away nor bought."""
    found = select(Procurement.id).where(Procurement.id == procurement_id, *_IS_PLANNED)
    return await session.scalar(found) is not None


async def held_planned(session: AsyncSession, procurement_id: int) -> bool:
    """The same, and held until the end of the transaction, so that nobody puts it away meanwhile."""
    found = select(Procurement.id).where(Procurement.id == procurement_id, *_IS_PLANNED)
    return await session.scalar(found.with_for_update()) is not None


async def contracts_from(session: AsyncSession, procurement_id: int) -> Sequence[tuple[Contract, str]]:
    """The contracts that came of it, each with its supplier's name."""
    rows = await session.execute(
        select(Contract, Supplier.name)
        .join(Supplier, Supplier.id == Contract.supplier_id)
        .where(Contract.procurement_id == procurement_id)
        .order_by(Contract.id)
        .execution_options(populate_existing=True)
    )
    return [(contract, name) for contract, name in rows]


async def put_away(session: AsyncSession, procurement_id: int, *, now: datetime) -> bool:
    """Take it out of the plan; whether it stood there until now."""
    still = update(Procurement).where(Procurement.id == procurement_id, *_IS_PLANNED).values(put_away_at=now)
    return (await session.execute(still.returning(Procurement.id))).first() is not None


async def bring_back(session: AsyncSession, procurement_id: int) -> bool:
    """Put it into the plan again; whether it was away until now."""
    away = update(Procurement).where(Procurement.id == procurement_id, Procurement.put_away_at.is_not(None))
    return (await session.execute(away.values(put_away_at=None).returning(Procurement.id))).first() is not None
