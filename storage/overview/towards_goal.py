"""Where the city stands towards a year's goal: counted in residents, which is for the city alone."""

from collections.abc import Collection
from datetime import date, tzinfo

from sqlalchemy import ColumnElement, Subquery, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.goal_state import GoalStates
from domain.placement import HAS_BEGUN, LIVE, UNDER_WAY, PlacementStatus
from domain.slot import SlotKind, SlotStatus
from storage.base import among
from storage.placements import new_resident
from storage.placements.begun_in import begun_in
from storage.placements.link import PlacementLink
from storage.placements.placement import Placement
from storage.slots.slot import Slot, is_current, is_of

_ON_OFFER = (SlotStatus.OPEN, SlotStatus.RESERVED)

IS_AHEAD = among(Placement.status, *UNDER_WAY, PlacementStatus.STARTED)
"""Nobody has begun, or the supplier has not said so: by an index of those alone."""


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


def is_begun_not_confirmed(year: int, kinds: Collection[SlotKind]) -> ColumnElement[bool]:
    """Whether its resident counts once the supplier says so too; a start that it denies is with the coordinators."""
    first_of_year = and_(Placement.is_new_resident.is_(True), Placement.begun_on.between(*_days_of(year)))
    return and_(IS_AHEAD, Placement.status == PlacementStatus.STARTED, first_of_year, is_of(kinds))


def is_matched(year: int, kinds: Collection[SlotKind], zone: tzinfo) -> ColumnElement[bool]:
    """Whether a resident is proposed for a place that may begin by the year's end, and has begun in none that counts.

    To be asked of placements with their slots and, where they have one, their link.
    """
    counted_already = (
        select(PlacementLink.wish_id)
        .join(Placement, Placement.id == PlacementLink.placement_id)
        .where(Placement.status.in_((PlacementStatus.STARTED, *HAS_BEGUN)), Placement.is_new_resident.is_(True))
        .where(begun_in(year, zone))
    )
    return and_(
        IS_AHEAD,
        Placement.status.in_(UNDER_WAY),
        is_of(kinds),
        or_(Placement.starts_on.is_(None), Placement.starts_on <= _days_of(year)[1]),
        or_(PlacementLink.wish_id.is_(None), PlacementLink.wish_id.not_in(counted_already)),
    )


def free_slots(year: int, kinds: Collection[SlotKind], *, today: date) -> Subquery:
    """The slots in which somebody may still begin that year: their `id`, and how many `places` are free.

    Open or in a matcher's hands, and nobody has begun in those places or is proposed for them.
    """
    taken = (
        select(func.count())
        .where(Placement.slot_id == Slot.id, Placement.status.in_((*UNDER_WAY, *LIVE)))
        .correlate(Slot)
        .scalar_subquery()
    )
    each = (
        select(Slot.id, (Slot.places - taken).label("places"))
        .where(among(Slot.status, *_ON_OFFER), is_of(kinds), is_current(today))
        .where(Slot.reported_by.is_not(None), or_(Slot.starts_on.is_(None), Slot.starts_on <= _days_of(year)[1]))
        .subquery()
    )
    return select(each).where(each.c.places > 0).subquery()


async def _begun_not_confirmed(session: AsyncSession, year: int, kinds: Collection[SlotKind]) -> int:
    counted = select(func.count()).select_from(Placement).join(Slot, Slot.id == Placement.slot_id)
    return await session.scalar(counted.where(is_begun_not_confirmed(year, kinds))) or 0


async def _matched(session: AsyncSession, year: int, kinds: Collection[SlotKind], *, zone: tzinfo) -> int:
    """Whoever is proposed for two places is one resident; without a wish nothing tells, and each is one."""
    whose = func.coalesce(PlacementLink.wish_id, -Placement.id)
    counted = (
        select(func.count(whose.distinct()))
        .select_from(Placement)
        .join(Slot, Slot.id == Placement.slot_id)
        .outerjoin(PlacementLink, PlacementLink.placement_id == Placement.id)
    )
    return await session.scalar(counted.where(is_matched(year, kinds, zone))) or 0


async def _free_places(session: AsyncSession, year: int, kinds: Collection[SlotKind], *, today: date) -> int:
    free = free_slots(year, kinds, today=today)
    return int(await session.scalar(select(func.sum(free.c.places))) or 0)


def _days_of(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
