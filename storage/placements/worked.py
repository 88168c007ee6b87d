"""What has been worked and offered under a contract: what months of full-time work are counted from."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import HAS_BEGUN
from domain.slot import SlotKind, SlotStatus
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def under(session: AsyncSession, contract_id: int, kind: SlotKind) -> Sequence[tuple[Placement, Slot]]:
    """The starts of that kind under the contract that both sides have said, each with its slot, in that order."""
    rows = await session.execute(
        select(Placement, Slot)
        .join(Slot, Slot.id == Placement.slot_id)
        .where(Slot.contract_id == contract_id, Slot.kind == kind, Placement.status.in_(HAS_BEGUN))
        .order_by(Placement.settled_at, Placement.id)
        .execution_options(populate_existing=True),
    )
    return [(placement, slot) for placement, slot in rows]


async def free_under(session: AsyncSession, contract_id: int, kind: SlotKind) -> Sequence[tuple[Slot, int]]:
    """What of that kind is offered under the contract and not taken back, with how many places nobody has begun in.

    Oldest first. That the city let an offer expire takes nothing away.
    """
    begun = select(func.count()).where(Placement.slot_id == Slot.id, Placement.status.in_(HAS_BEGUN)).scalar_subquery()
    rows = await session.execute(
        select(Slot, Slot.places - begun)
        .where(Slot.contract_id == contract_id, Slot.kind == kind, Slot.status != SlotStatus.WITHDRAWN)
        .where(Slot.reported_by.is_not(None), Slot.places > begun)
        .order_by(Slot.id)
        .execution_options(populate_existing=True),
    )
    return [(slot, int(free)) for slot, free in rows]
