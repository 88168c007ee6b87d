"""Placements that a matcher has in hand: where it may be their turn today."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import PlacementStatus
from storage.placements.placement import Placement
from storage.slots.slot import Slot

MOST_LOOKED_AT = 50
"""More than anybody has in hand at once; what is beyond comes another day."""

ON_THEIR_WAY = (
    PlacementStatus.PROPOSED,
    PlacementStatus.INTERESTED,
    PlacementStatus.INTRODUCED,
    PlacementStatus.ENDING,
)


async def of_matcher(session: AsyncSession, matcher_id: int, *, today: date) -> Sequence[tuple[Placement, Slot]]:
    """Those that are on their way or about to end, oldest first.

    What is agreed is nobody's to do anything about before its first day.
    """
    agreed = and_(
        Placement.status == PlacementStatus.AGREED, or_(Placement.starts_on.is_(None), Placement.starts_on <= today)
    )
    rows = await session.execute(
        select(Placement, Slot)
        .join(Slot, Slot.id == Placement.slot_id)
        .where(Placement.matcher_id == matcher_id, or_(Placement.status.in_(ON_THEIR_WAY), agreed))
        .order_by(Placement.id)
        .limit(MOST_LOOKED_AT)
        .execution_options(populate_existing=True)
    )
    return [(placement, slot) for placement, slot in rows]
