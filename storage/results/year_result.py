"""What a year has given, by kind: who has begun, as both sides say, and which visits and lectures were held."""

from datetime import date, datetime, time, tzinfo

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.offer_step import HELD_ON_A_DAY
from domain.placement import HAS_BEGUN
from domain.slot import SlotKind
from storage.placements.placement import Placement
from storage.slots.slot import Slot

TimesAndPeople = tuple[int, int]
"""How often it was held, and how many took part in all."""


async def begun(session: AsyncSession, year: int, *, zone: tzinfo) -> dict[SlotKind, int]:
    """In how many places somebody has begun that year; where no day was said, by when the matcher said it."""
    first, next_first = date(year, 1, 1), date(year + 1, 1, 1)
    on_a_day = and_(Placement.begun_on >= first, Placement.begun_on < next_first)
    said_then = and_(
        Placement.begun_on.is_(None),
        Placement.started_at >= _midnight(first, zone),
        Placement.started_at < _midnight(next_first, zone),
    )
    rows = await session.execute(
        select(Slot.kind, func.count())
        .join(Placement, Placement.slot_id == Slot.id)
        .where(Placement.status.in_(HAS_BEGUN), or_(on_a_day, said_then))
        .group_by(Slot.kind)
    )
    return {kind: int(number) for kind, number in rows}


async def held(session: AsyncSession, year: int) -> dict[SlotKind, TimesAndPeople]:
    """How many visits and lectures were held that year, by their day, and how many took part."""
    rows = await session.execute(
        select(Slot.kind, func.count(), func.coalesce(func.sum(Slot.participants), 0))
        .where(
            Slot.kind.in_(HELD_ON_A_DAY),
            Slot.held_at.is_not(None),
            Slot.starts_on >= date(year, 1, 1),
            Slot.starts_on < date(year + 1, 1, 1),
        )
        .group_by(Slot.kind)
    )
    return {kind: (int(times), int(people or 0)) for kind, times, people in rows}


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone)
