"""Slots whose time has come: the clock asks about them, and lets them expire."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, not_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.offer_step import HELD_ON_A_DAY, OfferStep
from domain.slot import SlotStatus
from storage.contracts.hold import is_held
from storage.placements.placement import Placement
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot, is_current


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Slot]:
    """Those to which the clock comes now, longest waiting first."""
    return (await session.scalars(_DUE, {"now": now, "at_most": at_most})).all()


async def over(session: AsyncSession, *, now: datetime, today: date, at_most: int) -> Sequence[Slot]:
    """Of those the ones that expire: that wakes nobody, and waits for no opening."""
    is_asked_about = and_(Slot.status == SlotStatus.RESERVED, Slot.kind.in_(HELD_ON_A_DAY))
    expires = (Slot.status.in_(_UNDER_OFFER), not_(is_current(today)), not_(is_asked_about))
    return (await session.scalars(_due(*expires), {"now": now, "at_most": at_most})).all()


_UNDER_OFFER = (SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.PAUSED)


def _due(*conditions: ColumnElement[bool]) -> Select[Slot]:
    return (
        select(Slot)
        .where(Slot.next_at <= bindparam("now"), *conditions)
        .order_by(Slot.next_at)
        .limit(bindparam("at_most"))
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )


# Made once: each tick asks it.
_DUE = _due(~is_held(Slot.contract_id))


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[Slot]:
    """Those to which the clock comes after that instant, soonest first."""
    ahead = select(Slot).where(Slot.next_at > after, ~is_held(Slot.contract_id))
    return (await session.scalars(ahead.order_by(Slot.next_at).limit(at_most))).all()


async def latest_sign(session: AsyncSession, slot: Slot) -> datetime | None:
    """When something last happened to a claimed slot: it was taken, asked or answered about, or somebody began."""
    instants = [
        slot.claimed_at,
        slot.found_at,
        await session.scalar(select(func.max(Inquiry.asked_at)).where(Inquiry.slot_id == slot.id)),
        await session.scalar(select(func.max(Inquiry.answered_at)).where(Inquiry.slot_id == slot.id)),
        await session.scalar(select(func.max(Placement.settled_at)).where(Placement.slot_id == slot.id)),
    ]
    return max((at for at in instants if at is not None), default=None)


async def was_asked_lately(session: AsyncSession, person_id: int, *, waits_beyond: datetime) -> bool:
    """Whether this contact was asked about an offer of theirs so lately that the question waits beyond that instant."""
    found = await session.scalar(
        select(Slot.id)
        .where(Slot.reported_by == person_id, Slot.asked == OfferStep.STILL, Slot.next_at > waits_beyond)
        .limit(1),
    )
    return found is not None
