"""What is matched: the wishes that somebody still looks by, and the offers that can be taken."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import bindparam, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.placement import LIVE, UNDER_WAY, PlacementStatus
from domain.slot import SlotStatus
from domain.wish import WISHED_FOR, WishStatus
from storage.base import among
from storage.placements.link import PlacementLink
from storage.placements.placement import Placement
from storage.slots.slot import Slot, is_current
from storage.wishes.decision import WishDecision
from storage.wishes.wish import Wish

MOST_LOOKED_AT = 200
"""So many of the newest offers are compared with a wish."""

HAS_PLACE = (PlacementStatus.AGREED, PlacementStatus.STARTED, PlacementStatus.CONFIRMED, PlacementStatus.ENDING)
"""Who is proposed somewhere still looks; who has a first day, or has begun, does not."""

_ARE_ON = exists().where(WishDecision.turned_off_at.is_(None))
_HAS_PLACE = exists().where(
    PlacementLink.wish_id == Wish.id,
    Placement.id == PlacementLink.placement_id,
    Placement.status.in_(HAS_PLACE),
)


# Made once: each offer that is told asks it.
_LOOKED_FOR = (
    select(Wish)
    .where(
        Wish.matcher_id.in_(bindparam("matcher_ids", expanding=True)),
        Wish.status == WishStatus.LOOKING,
        ~_HAS_PLACE,
        _ARE_ON,
    )
    .order_by(Wish.id)
    .execution_options(populate_existing=True)
)


async def looked_for(session: AsyncSession, matcher_ids: Collection[int]) -> dict[int, list[Wish]]:
    """The open wishes of each of these matchers, oldest first: all at one look, and none where wishes are off."""
    rows = await session.scalars(_LOOKED_FOR, {"matcher_ids": list(matcher_ids)})
    found: defaultdict[int, list[Wish]] = defaultdict(list)
    for wish in rows:
        found[wish.matcher_id].append(wish)
    return dict(found)


async def with_ids(session: AsyncSession, wish_ids: Collection[int]) -> Sequence[Wish]:
    """Those of these wishes by which somebody still looks."""
    return (
        await session.scalars(
            select(Wish)
            .where(Wish.id.in_(wish_ids), Wish.status == WishStatus.LOOKING, ~_HAS_PLACE)
            .order_by(Wish.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def places_taken(session: AsyncSession, slot_ids: Collection[int]) -> dict[int, list[int | None]]:
    """For whom the places of each of these slots are taken, begun or meant: by wish, None where there is none."""
    rows = await session.execute(
        select(Placement.slot_id, PlacementLink.wish_id)
        .outerjoin(PlacementLink, PlacementLink.placement_id == Placement.id)
        .where(Placement.slot_id.in_(slot_ids), Placement.status.in_((*UNDER_WAY, *LIVE))),
    )
    found: defaultdict[int, list[int | None]] = defaultdict(list)
    for slot_id, wish_id in rows:
        found[slot_id].append(wish_id)
    return dict(found)


async def offers_for(session: AsyncSession, matcher_id: int, *, today: date) -> Sequence[Slot]:
    """What this matcher can propose somebody for: what they have taken, and what is open; newest first.

    Asked for one after the other: with an "or" between them, the database would read every slot that there ever was.
    """
    have = (Slot.claimed_by == matcher_id, Slot.status == SlotStatus.RESERVED)
    can_be_taken = (among(Slot.status, SlotStatus.OPEN),)
    found: list[Slot] = []
    for which in (have, can_be_taken):
        found += await session.scalars(
            select(Slot)
            .where(*which, Slot.kind.in_(WISHED_FOR), Slot.reported_by.is_not(None), is_current(today))
            .order_by(Slot.id.desc())
            .limit(MOST_LOOKED_AT)
            .execution_options(populate_existing=True),
        )
    return found
