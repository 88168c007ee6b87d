"""Open slots that nobody has claimed: the matchers are asked again about them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.slot import SlotStatus
from storage.contracts.hold import is_held
from storage.slots.slot import Slot


async def to_ask_again(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Slot]:
    """Those about which it is time to ask again, longest waiting first."""
    return (
        await session.scalars(
            select(Slot)
            .where(Slot.status == SlotStatus.OPEN, Slot.ask_again_at <= now, ~is_held(Slot.contract_id))
            .order_by(Slot.ask_again_at)
            .limit(at_most)
            .with_for_update(skip_locked=True),
        )
    ).all()


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[Slot]:
    """Those about which the matchers will be asked again after that instant, soonest first."""
    return (
        await session.scalars(
            select(Slot)
            .where(Slot.status == SlotStatus.OPEN, Slot.ask_again_at > after, ~is_held(Slot.contract_id))
            .order_by(Slot.ask_again_at)
            .limit(at_most),
        )
    ).all()
