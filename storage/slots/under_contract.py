"""What has been offered under a contract."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.slots.slot import Slot


async def count(session: AsyncSession, contract_id: int) -> int:
    """How many offers there are; what was filled before Steget is none."""
    counted = select(func.count()).select_from(Slot).where(Slot.contract_id == contract_id, _IS_OFFERED)
    return await session.scalar(counted) or 0


async def latest(session: AsyncSession, contract_id: int, *, at_most: int) -> Sequence[Slot]:
    """The newest of them."""
    return (
        await session.scalars(
            select(Slot)
            .where(Slot.contract_id == contract_id, _IS_OFFERED)
            .order_by(Slot.id.desc())
            .limit(at_most)
            .execution_options(populate_existing=True),
        )
    ).all()


_IS_OFFERED = Slot.reported_by.is_not(None)
