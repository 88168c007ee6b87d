"""Placements in hand, a matcher's or with a supplier: where it may be somebody's turn today."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import UNDER_WAY, PlacementStatus
from storage.placements.placement import Placement
from storage.slots.slot import Slot

MOST_LOOKED_AT = 50
"""More than anybody has in hand at once; what is beyond comes another day."""

UNSAID = (*UNDER_WAY, PlacementStatus.STARTED, PlacementStatus.DENIED, PlacementStatus.ENDING)
"""Something is still to be said of them; of one that goes on only once it is asked whether it has ended."""

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


async def of_supplier(session: AsyncSession, supplier_id: int) -> Sequence[tuple[Placement, Slot]]:
    """Those with a supplier of which something is still to be said, oldest first."""
    is_end_asked = and_(Placement.status == PlacementStatus.CONFIRMED, Placement.asked.is_not(None))
    rows = await session.execute(
        select(Placement, Slot)
        .join(Slot, Slot.id == Placement.slot_id)
        .where(Slot.supplier_id == supplier_id, or_(Placement.status.in_(UNSAID), is_end_asked))
        .order_by(Placement.id)
        .limit(MOST_LOOKED_AT)
        .execution_options(populate_existing=True)
    )
    return [(placement, slot) for placement, slot in rows]
