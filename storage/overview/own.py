"""What is somebody's own in a year: a matcher's placements, and those of a supplier that are still ahead."""

from collections import Counter
from datetime import tzinfo

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import HAS_BEGUN, UNDER_WAY, PlacementStatus
from storage.overview.towards_goal import IS_AHEAD
from storage.placements.begun_in import begun_in
from storage.placements.placement import Placement
from storage.slots.slot import Slot


async def of_matcher(session: AsyncSession, matcher_id: int, year: int, *, zone: tzinfo) -> Counter[PlacementStatus]:
    """The matcher's placements that are under way or wait for a word, and those that began that year, by status."""
    is_now = Placement.status.in_((*UNDER_WAY, PlacementStatus.STARTED))
    has_begun = Placement.status.in_(HAS_BEGUN) & begun_in(year, zone)
    rows = await session.execute(
        select(Placement.status, func.count())
        .where(Placement.matcher_id == matcher_id, or_(is_now, has_begun))
        .group_by(Placement.status)
    )
    return Counter({status: int(number) for status, number in rows})


async def ahead_of_supplier(session: AsyncSession, supplier_id: int) -> Counter[PlacementStatus]:
    """The supplier's placements in which nobody has begun yet, or whose start it has not confirmed, by status."""
    rows = await session.execute(
        select(Placement.status, func.count())
        .join(Slot, Slot.id == Placement.slot_id)
        .where(IS_AHEAD, Slot.supplier_id == supplier_id)
        .group_by(Placement.status)
    )
    return Counter({status: int(number) for status, number in rows})
