"""Lists of slots, each scoped by who looks: nobody can ask this file for what isn't theirs to see.

A list has sections, each asked for by itself: a matcher's are what waits for them, what can be taken on, and what else
they have. Asked for in one, with an "or" between them, the database would read every slot that there ever was.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, false, func, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from domain.actor import Actor
from domain.offer_step import ASKED_OF_HOLDER, OfferStep
from domain.placement import BEGIN_WITH_SOMEBODY, PlacementStatus
from domain.role import STAFF, Role
from domain.slot import SlotKind, SlotStatus, Trade
from domain.slot_filter import SlotFacet, SlotFilter
from storage import looking_back
from storage.base import among
from storage.looking_back import LOOKED_AT
from storage.placements.placement import Placement
from storage.slots.slot import Slot, is_current

MOST_AREAS = 40
"""So many areas can be chosen among; a city has fewer, and Telegram takes at most 100 buttons."""

MOST_OPEN = 200
"""So many of the newest open slots are looked through for somebody who is new here; what is older is in the list."""

Areas = list[tuple[int, str]]
"""Each with the id of a slot in it."""


async def count(session: AsyncSession, actor: Actor, only: SlotFilter, *, skip: int) -> int:
    """How many slots the actor's list has; no more than are counted from there on."""
    found = 0
    for section in _sections(actor, only):
        found += await looking_back.count(session, section, skip=max(skip - found, 0))
    return found


async def part(session: AsyncSession, actor: Actor, only: SlotFilter, *, skip: int, at_most: int) -> Sequence[Slot]:
    """A part of the actor's list: newest first, for a matcher what waits for them, then the open ones, then theirs."""
    found: list[Slot] = []
    for section in _sections(actor, only):
        wanted = section.offset(skip).limit(at_most - len(found)).execution_options(populate_existing=True)
        found += await session.scalars(wanted)
        if len(found) == at_most:
            break
        skip = 0 if found or not skip else max(skip - await looking_back.count(session, section, skip=skip), 0)
    return found


async def open_ones(session: AsyncSession, actor: Actor) -> Sequence[Slot]:
    """The newest slots that can be taken on."""
    listed = _newest_first(_seen_by(actor), among(Slot.status, SlotStatus.OPEN)).limit(MOST_OPEN)
    return (await session.scalars(listed.execution_options(populate_existing=True))).all()


async def kinds(session: AsyncSession, actor: Actor, only: SlotFilter) -> list[SlotKind]:
    """The kinds that occur among what else is looked for."""
    occurring = await _occurring(session, Slot.kind, actor, only.without(SlotFacet.KIND))
    return [kind for kind in SlotKind if kind in occurring]


async def trades(session: AsyncSession, actor: Actor, only: SlotFilter) -> list[Trade]:
    """The trades that occur among what else is looked for."""
    occurring = await _occurring(session, Slot.trade, actor, only.without(SlotFacet.TRADE))
    return [trade for trade in Trade if trade in occurring]


async def areas(session: AsyncSession, actor: Actor, only: SlotFilter) -> Areas:
    """The areas that occur among the latest of what else is looked for, most slots first."""
    return await _areas(session, _sections(actor, only.without(SlotFacet.AREA)))


async def every_area(session: AsyncSession, actor: Actor) -> Areas:
    """The areas of the latest slots that the actor may see, most slots first, each once."""
    once: dict[str, tuple[int, str]] = {}
    for slot_id, area in await _areas(session, [_newest_first(_seen_by(actor))]):
        once.setdefault(area.casefold(), (slot_id, area))
    return list(once.values())


async def area_of(session: AsyncSession, actor: Actor, slot_id: int) -> str | None:
    """The area of a slot; None for one that the actor may not see."""
    return await session.scalar(select(Slot.area).where(Slot.id == slot_id, _seen_by(actor)))


async def _occurring(
    session: AsyncSession, facet: InstrumentedAttribute[Any], actor: Actor, only: SlotFilter
) -> set[Any]:
    found: set[Any] = set()
    for section in _sections(actor, only):
        latest = section.with_only_columns(facet.label("value")).limit(LOOKED_AT).subquery()
        found |= set(await session.scalars(select(latest.c.value).distinct()))
    return found


async def _areas(session: AsyncSession, sections: Sequence[Select[Slot]]) -> Areas:
    times: Counter[str] = Counter()
    where: dict[str, int] = {}
    for section in sections:
        latest = section.with_only_columns(Slot.id, Slot.area).limit(LOOKED_AT).subquery()
        rows = select(latest.c.area, func.count(), func.min(latest.c.id)).group_by(latest.c.area)
        for area, many, slot_id in await session.execute(rows):
            times[area] += many
            where[area] = slot_id
    usual_first = sorted(times, key=lambda area: (-times[area], area))
    return [(where[area], area) for area in usual_first[:MOST_AREAS]]


def _sections(actor: Actor, only: SlotFilter) -> list[Select[Slot]]:
    """The list's sections, one after the other: to all but a matcher there is only one, all that they may see.

    A matcher sees first what the bot has asked them about and waits for, and where it is theirs to go on with somebody.
    """
    wanted = [(Slot.kind, only.kind), (Slot.trade, only.trade), (Slot.area, only.area)]
    listed = _newest_first(_seen_by(actor), *(column == value for column, value in wanted if value is not None))
    if actor.role is not Role.MATCHER:
        return [listed]
    theirs, waits = Slot.claimed_by == actor.person_id, Slot.id.in_(_waiting_for(actor.person_id))
    is_asked = Slot.asked.is_not(None) & Slot.asked.in_(ASKED_OF_HOLDER)
    # Once everyone has ended, what became of them is still asked and looked up; a visit that was held is over.
    had_somebody = and_(Slot.status == SlotStatus.CLOSED, Slot.kind.in_(BEGIN_WITH_SOMEBODY))
    have = or_(Slot.status == SlotStatus.FILLED, had_somebody, and_(Slot.status == SlotStatus.RESERVED, ~is_asked))
    can_be_taken = [is_current(only.today)] if only.today is not None else []
    return [
        listed.where(waits),
        listed.where(among(Slot.status, SlotStatus.OPEN), *can_be_taken),
        listed.where(theirs, have, ~waits),
    ]


async def count_waiting_for(session: AsyncSession, matcher_id: int) -> int:
    """In how many slots the bot has asked this matcher something, or the next thing is theirs to do."""
    waiting = _waiting_for(matcher_id).subquery()
    return await session.scalar(select(func.count(waiting.c[0].distinct()))) or 0


def _waiting_for(matcher_id: int) -> CompoundSelect[int]:
    """Where the bot has asked this matcher, and where they are to do the next thing (`domain/turn/placement.py`).

    Each is found by an index of its own: with an "or" the database would read all that the matcher has ever had.
    """
    theirs = select(Slot.id).where(Slot.claimed_by == matcher_id)
    lacks_reason = and_(Slot.status == SlotStatus.EXPIRED, Slot.asked == OfferStep.REASON, Slot.empty_reason.is_(None))
    wants_to_meet = Placement.status.in_((PlacementStatus.INTERESTED, PlacementStatus.INTRODUCED))
    says_ended = and_(Placement.status == PlacementStatus.ENDING, Placement.is_end_suppliers_word.is_(True))
    goes_on = select(Placement.slot_id).where(Placement.matcher_id == matcher_id)
    return union_all(
        theirs.where(Slot.status == SlotStatus.RESERVED, Slot.asked.in_(ASKED_OF_HOLDER)),
        theirs.where(lacks_reason),
        goes_on.where(wants_to_meet),
        goes_on.where(says_ended),
    )


def _newest_first(*listed: ColumnElement[bool]) -> Select[Slot]:
    return select(Slot).where(*listed).order_by(Slot.id.desc())


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    """What was filled before Steget is a number for the result list, and nobody's to look at."""
    was_reported = and_(Slot.reported_by.is_not(None), Slot.starts_on.is_not(None))
    if actor.is_active and actor.role in STAFF:
        return was_reported
    if actor.is_active and actor.role is Role.SUPPLIER and actor.supplier_id is not None:
        return and_(was_reported, Slot.supplier_id == actor.supplier_id)
    return false()
