"""What a supplier has offered: in which trades, and what of it waits for somebody."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import PlacementStatus
from domain.slot import SlotStatus, Trade
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def trades(session: AsyncSession, supplier_id: int) -> Sequence[Trade]:
    """The trades of its offers, the one with most offers first."""
    offered = select(Slot.trade).where(Slot.supplier_id == supplier_id, Slot.reported_by.is_not(None))
    return (await session.scalars(offered.group_by(Slot.trade).order_by(func.count().desc(), Slot.trade))).all()


async def count_untaken(session: AsyncSession, supplier_id: int) -> int:
    """How many of its offers wait for a matcher."""
    open_ones = select(func.count()).where(Slot.supplier_id == supplier_id, Slot.status == SlotStatus.OPEN)
    return await session.scalar(open_ones) or 0


async def count_proposals(session: AsyncSession, supplier_id: int) -> int:
    """How many proposals wait for its answer."""
    asked = (
        select(func.count())
        .select_from(Placement)
        .join(Slot, Slot.id == Placement.slot_id)
        .where(Slot.supplier_id == supplier_id, Placement.status == PlacementStatus.PROPOSED)
    )
    return await session.scalar(asked) or 0
