"""What a year has given, by kind: who has begun, as both sides say, and which visits and lectures were held."""

from collections.abc import Sequence
from datetime import date, tzinfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.offer_step import HELD_ON_A_DAY
from domain.placement import HAS_BEGUN
from domain.slot import SlotKind
from storage.placements.begun_in import begun_in
from storage.placements.placement import Placement
from storage.slots.slot import Slot, is_of

TimesAndPeople = tuple[int, int]
"""How often it was held, and how many took part in all."""


async def begun(session: AsyncSession, year: int, *, zone: tzinfo) -> dict[SlotKind, int]:
    """In how many places somebody has begun that year, as both sides say."""
    rows = await session.execute(
        select(Slot.kind, func.count())
        .join(Placement, Placement.slot_id == Slot.id)
        .where(Placement.status.in_(HAS_BEGUN), begun_in(year, zone))
        .group_by(Slot.kind)
    )
    return {kind: int(number) for kind, number in rows}


async def held(session: AsyncSession, year: int) -> dict[SlotKind, TimesAndPeople]:
    """How many visits and lectures were held that year, by their day, and how many took part."""
    rows = await session.execute(
        select(Slot.kind, func.count(), func.coalesce(func.sum(Slot.participants), 0))
        .where(*was_held(year))
        .group_by(Slot.kind)
    )
    return {kind: (int(times), int(people or 0)) for kind, times, people in rows}


def was_held(year: int) -> Sequence[ColumnElement[bool]]:
    """Whether a slot is a visit or a lecture that was held that year, by its day."""
    return was_held_between(date(year, 1, 1), date(year, 12, 31))


def was_held_between(first: date, last: date) -> Sequence[ColumnElement[bool]]:
    """Whether a slot is a visit or a lecture that was held on one of these days."""
    return [is_of(HELD_ON_A_DAY), Slot.held_at.is_not(None), Slot.starts_on.between(first, last)]
