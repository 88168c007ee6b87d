"""A supplier's offers with which something is still to be done, and what it has held."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.slot import SlotKind, SlotStatus
from storage.slots.slot import Slot

UNDER_OFFER = (SlotStatus.OPEN, SlotStatus.PAUSED, SlotStatus.RESERVED)

MOST_LOOKED_AT = 100
"""More than a supplier has under offer at once."""


async def of_supplier(session: AsyncSession, supplier_id: int, *, expired_since: datetime) -> Sequence[Slot]:
    """What is under offer, and what has expired since then without anybody having said why; oldest first."""
    is_unexplained = and_(
        Slot.status == SlotStatus.EXPIRED, Slot.empty_reason.is_(None), Slot.expired_at >= expired_since
    )
    was_reported = (Slot.reported_by.is_not(None), Slot.starts_on.is_not(None))
    found = await session.scalars(
        select(Slot)
        .where(Slot.supplier_id == supplier_id, or_(Slot.status.in_(UNDER_OFFER), is_unexplained), *was_reported)
        .order_by(Slot.id)
        .limit(MOST_LOOKED_AT)
        .execution_options(populate_existing=True)
    )
    return found.all()


async def held_by(session: AsyncSession, supplier_id: int) -> dict[SlotKind, int]:
    """How many visits and lectures of the supplier were held, by kind."""
    rows = await session.execute(
        select(Slot.kind, func.count())
        .where(Slot.supplier_id == supplier_id, Slot.held_at.is_not(None))
        .group_by(Slot.kind)
    )
    return {kind: int(number) for kind, number in rows}
