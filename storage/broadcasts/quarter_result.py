"""What a quarter has given, as far as no other question counts it."""

from datetime import datetime, time, timedelta, tzinfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.offer_step import HELD_ON_A_DAY
from domain.quarter import Quarter
from storage.overview.scope import Within
from storage.slots.slot import Slot


def within(quarter: Quarter, zone: tzinfo) -> Within:
    """A quarter in the city's calendar."""
    begins, ends = (datetime.combine(day, time(), tzinfo=zone) for day in (quarter.begins_on, quarter.next.begins_on))
    return Within(begins, ends)


async def held(session: AsyncSession, quarter: Quarter) -> int:
    """How many visits and lectures were held in it, by their day."""
    last = quarter.next.begins_on - timedelta(days=1)
    return (
        await session.scalar(
            select(func.count())
            .select_from(Slot)
            .where(Slot.kind.in_(HELD_ON_A_DAY), Slot.held_at.is_not(None))
            .where(Slot.starts_on.between(quarter.begins_on, last))
        )
        or 0
    )
