"""Whether starts are their residents' first of the year: kept with each start, so that it outlives what told it."""

from collections.abc import Collection, Sequence
from datetime import tzinfo

from sqlalchemy import ColumnElement, and_, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import HAS_BEGUN, TOWARDS_GOAL, PlacementStatus
from domain.slot import SlotKind
from storage.placements.begun_in import begun_in
from storage.placements.link import PlacementLink
from storage.placements.placement import Placement
from storage.slots.slot import Slot, is_of


async def count(session: AsyncSession, year: int, *, zone: tzinfo) -> dict[SlotKind, int]:
    """How many residents have begun for the first time in that year, as both sides say, by the kind of their place."""
    rows = await session.execute(
        select(Slot.kind, func.count())
        .join(Placement, Placement.slot_id == Slot.id)
        .where(is_counted(year, zone), is_of(TOWARDS_GOAL))
        .group_by(Slot.kind),
    )
    return {kind: int(number) for kind, number in rows}


def is_counted(year: int, zone: tzinfo) -> ColumnElement[bool]:
    """Whether it is by this start that its resident counts in that year, as both sides say."""
    return and_(Placement.status.in_(HAS_BEGUN), Placement.is_new_resident.is_(True), begun_in(year, zone))


async def starts_of(session: AsyncSession, wish_id: int, year: int, *, zone: tzinfo) -> Sequence[Placement]:
    """What has begun in that year for the wish, which is one resident's, and counts towards the goal."""
    return (
        await session.scalars(
            select(Placement)
            .join(PlacementLink, PlacementLink.placement_id == Placement.id)
            .join(Slot, Slot.id == Placement.slot_id)
            .where(PlacementLink.wish_id == wish_id, is_of(TOWARDS_GOAL))
            .where(Placement.status.in_((PlacementStatus.STARTED, *HAS_BEGUN)), begun_in(year, zone))
            .order_by(Placement.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def note(session: AsyncSession, placement_ids: Collection[int], *, counted: int | None) -> None:
    """Of one resident's starts in a year that one counts, and the others don't."""
    is_counted = case((Placement.id == counted, True), else_=False)
    await session.execute(update(Placement).where(Placement.id.in_(placement_ids)).values(is_new_resident=is_counted))
