"""Where the city stands towards a year's goal: counted in residents, which is for the city alone."""

from collections.abc import Collection
from datetime import date, tzinfo

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.goal_states import GoalStates
from domain.placement import HAS_BEGUN, LIVE, UNDER_WAY, PlacementStatus
from domain.slot import SlotKind, SlotStatus
from storage.placements import new_resident
from storage.placements.begun_in import begun_in
from storage.placements.link import PlacementLink
from storage.placements.placement import Placement
from storage.slots.slot import Slot, is_current


async def towards_goal(
    session: AsyncSession, year: int, kinds: Collection[SlotKind], *, today: date, zone: tzinfo
) -> GoalStates:
    """Where the city stands towards a year's goal, in places of those kinds; see `GoalStates`.

    Results from elsewhere are not in it: they stand beside it, as they were entered. Matched and offered are what may
    still begin by the year's last day; in a year that is over that is nothing.
    """
    confirmed = await residents(session, year, kinds, zone=zone)
    begun = await _begun_not_confirmed(session, year, kinds)
    if today.year != year:
        return GoalStates(confirmed=confirmed, begun=begun)
    matched = await _matched(session, year, kinds, zone=zone)
    offered = await _free_places(session, year, kinds, today=today)
    return GoalStates(confirmed=confirmed, begun=begun, matched=matched, offered=offered)


async def residents(session: AsyncSession, year: int, kinds: Collection[SlotKind], *, zone: tzinfo) -> int:
    """How many residents began that year in a place of those kinds, as both sides say.

    Each is counted once a year, by the place that was decided at the start (`new_resident.py`). Only the city is told
    in residents: what a supplier reads is counted in starts.
    """
    new = await new_resident.count(session, year, zone=zone)
    return sum(number for kind, number in new.items() if kind in kinds)


async def _begun_not_confirmed(session: AsyncSession, year: int, kinds: Collection[SlotKind]) -> int:
    """Those who are counted once the supplier says so too; a start that it denies is with the coordinators."""
    counted = (
        select(func.count())
        .select_from(Placement)
        .join(Slot, Slot.id == Placement.slot_id)
        .where(Placement.status == PlacementStatus.STARTED, Placement.is_new_resident.is_(True), Slot.kind.in_(kinds))
        .where(Placement.begun_on.between(*_days_of(year)))
    )
    return await session.scalar(counted) or 0


async def _matched(session: AsyncSession, year: int, kinds: Collection[SlotKind], *, zone: tzinfo) -> int:
    """Whoever is proposed for two places is one resident; without a wish nothing tells, and each is one."""
    whose = func.coalesce(PlacementLink.wish_id, -Placement.id)
    counted_already = (
        select(PlacementLink.wish_id)
        .join(Placement, Placement.id == PlacementLink.placement_id)
        .where(
            Placement.status.in_((PlacementStatus.STARTED, *HAS_BEGUN)),
            Placement.is_new_resident.is_(True),
            begun_in(year, zone),
        )
    )
    matched = (
        select(func.count(whose.distinct()))
        .select_from(Placement)
        .join(Slot, Slot.id == Placement.slot_id)
        .outerjoin(PlacementLink, PlacementLink.placement_id == Placement.id)
        .where(Placement.status.in_(UNDER_WAY), Slot.kind.in_(kinds))
        .where(or_(Placement.starts_on.is_(None), Placement.starts_on <= _days_of(year)[1]))
        .where(or_(PlacementLink.wish_id.is_(None), PlacementLink.wish_id.not_in(counted_already)))
    )
    return await session.scalar(matched) or 0


async def _free_places(session: AsyncSession, year: int, kinds: Collection[SlotKind], *, today: date) -> int:
    """Open or in a matcher's hands, and nobody has begun in them or is proposed for them."""
    taken = (
        select(func.count())
        .where(Placement.slot_id == Slot.id, Placement.status.in_((*UNDER_WAY, *LIVE)))
        .correlate(Slot)
        .scalar_subquery()
    )
    free = (
        select((Slot.places - taken).label("places"))
        .where(Slot.status.in_((SlotStatus.OPEN, SlotStatus.RESERVED)), Slot.kind.in_(kinds), is_current(today))
        .where(Slot.reported_by.is_not(None), or_(Slot.starts_on.is_(None), Slot.starts_on <= _days_of(year)[1]))
        .subquery()
    )
    return int(await session.scalar(select(func.sum(free.c.places)).where(free.c.places > 0)) or 0)


def _days_of(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
