"""A procurement that was planned, and contracts that came in before anybody had written down that they are of it."""

from collections.abc import Sequence

from sqlalchemy import delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.contracts.contract import Contract
from storage.procurements.procurement import Procurement


async def unplanned(session: AsyncSession, *, at_most: int) -> Sequence[Procurement]:
    """The newest that contracts brought along and nobody planned here."""
    has_contract = exists().where(Contract.procurement_id == Procurement.id)
    newest = select(Procurement).where(Procurement.noted_at.is_(None), has_contract).order_by(Procurement.id.desc())
    return (await session.scalars(newest.limit(at_most))).all()


async def join(session: AsyncSession, planned: Procurement, brought: Procurement) -> None:
    """Let the contracts of the one that they brought along be the planned one's, which takes over its number.

    The number that it had in the plan is kept, so that the plan knows it again.
    """
    number = brought.registry_number
    moved = update(Contract).where(Contract.procurement_id == brought.id).values(procurement_id=planned.id)
    await session.execute(moved)
    await session.execute(delete(Procurement).where(Procurement.id == brought.id))
    planned.planned_number = planned.planned_number or planned.registry_number
    planned.registry_number = number
    await session.flush()
