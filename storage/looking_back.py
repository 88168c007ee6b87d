"""How far a look goes back into what has piled up over the years: so far, and no longer the older the city is."""

from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

MOST_COUNTED = 300
"""So many lines further than somebody has come in a list are counted: fifty pages. Where there are more, it says so."""

LOOKED_AT = 1_000
"""So many of the latest tell which values occur, and which of them are usual."""


async def count(session: AsyncSession, listed: Select[Any], *, skip: int) -> int:
    """How many lines a list has; no more than are counted from there on."""
    counted = listed.limit(skip + MOST_COUNTED).subquery()
    return await session.scalar(select(func.count()).select_from(counted)) or 0
