"""What a quarter has given, as far as no other question counts it."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.quarter import Quarter
from storage.results.year_result import was_held_between
from storage.slots.slot import Slot


async def held(session: AsyncSession, quarter: Quarter) -> int:
    """How many visits and lectures were held in it, by their day."""
    counted = select(func.count()).select_from(Slot).where(*was_held_between(quarter.begins_on, quarter.ends_on))
    return await session.scalar(counted) or 0
