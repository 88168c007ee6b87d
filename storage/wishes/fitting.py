"""What is matched: the wishes that somebody still looks by, and the offers that can be taken."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import LIVE, UNDER_WAY
from domain.slot import SlotStatus
from domain.wish import WISHED_FOR, WishStatus
from storage.placements.placement import Placement
from storage.slots.slot import Slot, is_current
from storage.wishes.decision import WishDecision
from storage.wishes.wish import Wish

MOST_LOOKED_AT = 200
"""So many of the newest offers are compared with a wish."""

_ARE_ON = exists().where(WishDecision.turned_off_at.is_(None))


async def looked_for(session: AsyncSession, matcher_ids: Collection[int]) -> dict[int, list[Wish]]:
    """The open wishes of each of these matchers, oldest first: all at one look, and none where wishes are off."""
    rows = await session.scalars(
        select(Wish)
        .where(Wish.matcher_id.in_(matcher_ids), Wish.status == WishStatus.LOOKING, _ARE_ON)
        .order_by(Wish.id)
        .execution_options(populate_existing=True),
    )
    found: defaultdict[int, list[Wish]] = defaultdict(list)
    for wish in rows:
        found[wish.matcher_id].append(wish)
    return dict(found)


async def with_ids(session: AsyncSession, wish_ids: Collection[int]) -> Sequence[Wish]:
    """Those of these wishes by which somebody still looks."""
    return (
        await session.scalars(
            select(Wish)
            .where(Wish.id.in_(wish_ids), Wish.status == WishStatus.LOOKING)
            .order_by(Wish.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def places_taken(session: AsyncSession, slot_ids: Collection[int]) -> dict[int, int]:
    """In how many places of each of these slots somebody has begun or is meant to."""
    rows = await session.execute(
        select(Placement.slot_id, func.count())
        .where(Placement.slot_id.in_(slot_ids), Placement.status.in_((*UNDER_WAY, *LIVE)))
        .group_by(Placement.slot_id),
    )
    return {slot_id: int(number) for slot_id, number in rows}


async def offers_for(session: AsyncSession, matcher_id: int, *, today: date) -> Sequence[Slot]:
    """What this matcher can propose somebody for: what is open, and what they have taken; newest first."""
    can_be_proposed_for = or_(
        Slot.status == SlotStatus.OPEN,
        (Slot.status == SlotStatus.RESERVED) & (Slot.claimed_by == matcher_id),
    )
    return (
        await session.scalars(
            select(Slot)
            .where(can_be_proposed_for, Slot.kind.in_(WISHED_FOR), Slot.reported_by.is_not(None), is_current(today))
            .order_by(Slot.id.desc())
            .limit(MOST_LOOKED_AT)
            .execution_options(populate_existing=True),
        )
    ).all()
