"""The one way in which anything changes its status: a guarded update, by the table of its life."""

from typing import Any

from sqlalchemy import ColumnElement, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from domain.life import Event, Life, Status


async def happened(
    session: AsyncSession,
    status: InstrumentedAttribute[Status],
    life: Life[Status, Event],
    event: Event,
    values: dict[str, Any],
    *which: ColumnElement[bool],
) -> set[int]:
    """Let the event happen to those rows whose status allows it, in one update; the ids of those that it happened to.

    Of many who try at once, one wins.
    """
    row, after = status.class_, life.leads_to(event)
    # Written also where it stays as it was: so no status comes from anywhere but the table.
    told = values | {status.key: status if after is None else after}
    result = await session.execute(
        update(row).where(status.in_(life.statuses_before(event)), *which).values(**told).returning(row.id),
    )
    return set(result.scalars())
