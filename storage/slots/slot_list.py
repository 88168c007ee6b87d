"""Lists of slots, each scoped by who looks: nobody can ask this file for what isn't theirs to see."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access import STAFF, Actor
from domain.role import Role
from domain.slot import SlotKind, SlotStatus, Trade
from domain.slot_filter import SlotFacet, SlotFilter
from storage.slots.slot import Slot

MOST_AREAS = 40
"""So many areas can be chosen among; a city has fewer, and Telegram takes at most 100 buttons."""


async def count(session: AsyncSession, actor: Actor, only: SlotFilter) -> int:
    """How many slots the actor's list has."""
    return await session.scalar(select(func.count()).select_from(Slot).where(*_listed_for(actor, only))) or 0


async def part(session: AsyncSession, actor: Actor, only: SlotFilter, *, skip: int, at_most: int) -> Sequence[Slot]:
    """A part of the actor's list: newest first, for a matcher the open ones before those that they have."""
    is_to_take = case((Slot.status == SlotStatus.OPEN, 0), else_=1)
    order = (is_to_take, Slot.id.desc()) if actor.role is Role.MATCHER else (Slot.id.desc(),)
    listed = select(Slot).where(*_listed_for(actor, only)).order_by(*order)
    return (await session.scalars(listed.offset(skip).limit(at_most).execution_options(populate_existing=True))).all()


async def kinds(session: AsyncSession, actor: Actor, only: SlotFilter) -> list[SlotKind]:
    """The kinds that occur among what else is looked for."""
    found = await session.scalars(select(Slot.kind).where(*_listed_for(actor, only.without(SlotFacet.KIND))).distinct())
    occurring = set(found)
    return [kind for kind in SlotKind if kind in occurring]


async def trades(session: AsyncSession, actor: Actor, only: SlotFilter) -> list[Trade]:
    """The trades that occur among what else is looked for."""
    listed = _listed_for(actor, only.without(SlotFacet.TRADE))
    occurring = set(await session.scalars(select(Slot.trade).where(*listed).distinct()))
    return [trade for trade in Trade if trade in occurring]


async def areas(session: AsyncSession, actor: Actor, only: SlotFilter) -> list[tuple[int, str]]:
    """The areas that occur among what else is looked for, most slots first, each with the id of a slot in it."""
    rows = await session.execute(
        select(func.min(Slot.id), Slot.area)
        .where(*_listed_for(actor, only.without(SlotFacet.AREA)))
        .group_by(Slot.area)
        .order_by(func.count().desc(), Slot.area)
        .limit(MOST_AREAS),
    )
    return [(slot_id, area) for slot_id, area in rows]


async def every_area(session: AsyncSession, actor: Actor) -> list[tuple[int, str]]:
    """The areas of all slots that the actor may see, most slots first, each once and with the id of a slot in it."""
    rows = await session.execute(
        select(func.min(Slot.id), Slot.area)
        .where(_seen_by(actor))
        .group_by(Slot.area)
        .order_by(func.count().desc(), Slot.area)
        .limit(MOST_AREAS),
    )
    once: dict[str, tuple[int, str]] = {}
    for slot_id, area in rows:
        once.setdefault(area.casefold(), (slot_id, area))
    return list(once.values())


async def area_of(session: AsyncSession, actor: Actor, slot_id: int) -> str | None:
    """The area of a slot; None for one that the actor may not see."""
    return await session.scalar(select(Slot.area).where(Slot.id == slot_id, _seen_by(actor)))


def _listed_for(actor: Actor, only: SlotFilter) -> list[ColumnElement[bool]]:
    wanted = [(Slot.kind, only.kind), (Slot.trade, only.trade), (Slot.area, only.area)]
    return [_seen_by(actor), _concerns(actor), *(column == value for column, value in wanted if value is not None)]


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    """What was filled before Steget is a number for the result list, and nobody's to look at."""
    was_reported = and_(Slot.reported_by.is_not(None), Slot.starts_on.is_not(None))
    if actor.is_active and actor.role in STAFF:
        return was_reported
    if actor.is_active and actor.role is Role.SUPPLIER and actor.supplier_id is not None:
        return and_(was_reported, Slot.supplier_id == actor.supplier_id)
    return false()


def _concerns(actor: Actor) -> ColumnElement[bool]:
    """To a matcher, what can be taken on or is theirs; to all others, all that they may see."""
    if actor.role is not Role.MATCHER:
        return Slot.id.is_not(None)
    is_theirs = and_(Slot.claimed_by == actor.person_id, Slot.status.in_((SlotStatus.RESERVED, SlotStatus.FILLED)))
    return or_(Slot.status == SlotStatus.OPEN, is_theirs)
