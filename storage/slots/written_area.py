"""Areas as suppliers have written them in their offers: which are known, and what each is let mean."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from storage.looking_back import LOOKED_AT
from storage.slots import area
from storage.slots.area import Area
from storage.slots.slot import Slot


@frozen
class Written:
    """A name as it is written, where it is written otherwise too as most write it.

    Attributes:
        slot_id: The latest slot in which it stands so.
        times: In how many it does.
    """

    name: str
    slot_id: int
    times: int


async def unknown(session: AsyncSession) -> list[Written]:
    """What stands in the latest offers and belongs to no area on the list, most used first."""
    latest = (
        select(Slot.id, Slot.area)
        .where(Slot.reported_by.is_not(None))
        .order_by(Slot.id.desc())
        .limit(LOOKED_AT)
        .subquery()
    )
    rows = select(latest.c.area, func.max(latest.c.id), func.count()).group_by(latest.c.area)
    known = await area.names_known(session)
    return [each for each in _gathered((await session.execute(rows)).all()) if area.as_compared(each.name) not in known]


async def count_unknown(session: AsyncSession) -> int:
    """How many names belong to no area; none in a city that keeps no list of areas."""
    return len(await unknown(session)) if await area.active(session) else 0


async def names_of(session: AsyncSession, one: Area) -> list[Written]:
    """What else than its own name is written for that area, most used first."""
    rows = (
        select(Slot.area, func.max(Slot.id), func.count())
        .where(Slot.area_id == one.id, Slot.reported_by.is_not(None))
        .group_by(Slot.area)
    )
    own = area.as_compared(one.name)
    return [each for each in _gathered((await session.execute(rows)).all()) if area.as_compared(each.name) != own]


async def times(session: AsyncSession, written: str) -> int:
    """In how many offers that is written, however it is typed."""
    spelt = Slot.area.in_(await _spellings(session, written))
    return await session.scalar(select(func.count()).where(spelt, Slot.reported_by.is_not(None))) or 0


async def let_mean(session: AsyncSession, written: str, area_id: int, *, by: int, at: datetime) -> None:
    """Let all who have written that, and all who will, mean that area."""
    await area.let_mean(session, written, area_id, by=by, at=at)
    spelt = Slot.area.in_(await _spellings(session, written))
    await session.execute(update(Slot).where(spelt, Slot.reported_by.is_not(None)).values(area_id=area_id))


async def _spellings(session: AsyncSession, written: str) -> list[str]:
    every = await session.scalars(select(Slot.area).distinct())
    return [each for each in every if area.as_compared(each) == area.as_compared(written)]


def _gathered(rows: Sequence[Row[str, int, int]]) -> list[Written]:
    """Each name once, however it is typed."""
    alike: dict[str, list[Written]] = {}
    for name, slot_id, times in rows:
        alike.setdefault(area.as_compared(name), []).append(Written(name, slot_id, times))
    once = [_together(each) for each in alike.values()]
    return sorted(once, key=lambda written: (-written.times, written.name))


def _together(alike: Sequence[Written]) -> Written:
    """Where as many write it in small letters or in large ones, as names are written."""
    usual = max(alike, key=lambda written: (written.times, written.name[:1].isupper(), not written.name.isupper()))
    return Written(usual.name, usual.slot_id, sum(each.times for each in alike))
