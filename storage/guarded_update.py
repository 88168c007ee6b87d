"""The one way in which anything changes its status: a guarded update, by the table of its life."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from domain.life import Event, Life, Status
from storage.base import Base, batched


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


async def happened_to_each(  # noqa: PLR0913, PLR0917  what happens, to what, and what is written of all and of each
    session: AsyncSession,
    status: InstrumentedAttribute[Status],
    life: Life[Status, Event],
    event: Event,
    of_all: Mapping[str, Any],
    of_each: Mapping[int, Mapping[str, Any]],
) -> set[int]:
    """The same for many rows, by their ids, each with values of its own under the same names; a few statements."""
    row, after = status.class_, life.leads_to(event)
    allowed: list[int] = []
    for some in batched(list(of_each)):
        # Held, so that nobody else changes them before they are updated.
        held = select(row.id).where(row.id.in_(some), status.in_(life.statuses_before(event))).with_for_update()
        allowed += await session.scalars(held)
    if not allowed:
        return set()
    table = Base.metadata.tables[row.__tablename__]
    told: dict[str, Any] = {name: bindparam(f"told_{name}") for name in of_each[allowed[0]]} | dict(of_all)
    told[status.key] = table.c[status.key] if after is None else after
    await session.execute(
        update(table).where(table.c.id == bindparam("told_of")).values(**told),
        [{"told_of": one} | {f"told_{name}": value for name, value in of_each[one].items()} for one in allowed],
    )
    return set(allowed)
