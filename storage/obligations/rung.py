"""Rungs: where obligations stand on the ladder, and whom they wait for."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.obligation import ObligationStatus, Rung
from domain.obligation_life import OBLIGATION_LIFE, ObligationEvent
from storage.guarded_update import happened
from storage.obligations.obligation import Obligation

NUDGED = (Rung.REMINDER, Rung.NUDGE, Rung.SECOND_CONTACT)
"""On these the supplier hears of it."""


async def climbed(
    session: AsyncSession, obligation_ids: Collection[int], *, reached: Rung, rung: Rung, next_at: datetime | None
) -> set[int]:
    """Let open obligations climb from one rung to another, all in one guarded update; which of them did."""
    result = await session.execute(
        update(Obligation)
        .where(
            Obligation.id.in_(obligation_ids),
            Obligation.status == ObligationStatus.OPEN,
            Obligation.rung == reached.value,
        )
        .values(rung=rung.value, next_at=next_at)
        .returning(Obligation.id),
    )
    return set(result.scalars())


async def escalated(session: AsyncSession, obligation_ids: Collection[int], *, next_at: datetime) -> set[int]:
    """Let obligations reach the top, all in one guarded update; which of them did. There they may be asked about."""
    told = {"rung": Rung.COORDINATOR.value, "next_at": next_at, "revision": Obligation.revision + 1}
    are_meant = Obligation.id.in_(obligation_ids)
    return await happened(session, Obligation.status, OBLIGATION_LIFE, ObligationEvent.ESCALATE, told, are_meant)


async def ask_again(session: AsyncSession, obligation_ids: Collection[int], *, next_at: datetime) -> None:
    """Say when the coordinators are asked again about what they have not decided."""
    await session.execute(
        update(Obligation)
        .where(Obligation.id.in_(obligation_ids), Obligation.status == ObligationStatus.ESCALATED)
        .values(next_at=next_at),
    )


async def snooze(session: AsyncSession, obligation_id: int, *, until: date) -> bool:
    """Leave the supplier alone about an open obligation until that day; False where it isn't open."""
    result = await session.execute(
        update(Obligation)
        .where(Obligation.id == obligation_id, Obligation.status == ObligationStatus.OPEN)
        .values(snoozed_until=until)
        .returning(Obligation.id),
    )
    return result.first() is not None


async def to_be_nudged(session: AsyncSession, supplier_ids: Collection[int], *, today: date) -> Sequence[Obligation]:
    """What those suppliers hear of, soonest due first: open, on a rung of theirs, and not put off by themselves."""
    return (
        await session.scalars(
            select(Obligation)
            .where(
                Obligation.supplier_id.in_(supplier_ids),
                Obligation.status == ObligationStatus.OPEN,
                Obligation.rung.in_([rung.value for rung in NUDGED]),
                or_(Obligation.snoozed_until.is_(None), Obligation.snoozed_until <= today),
            )
            .order_by(Obligation.due_on, Obligation.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def count_undecided(session: AsyncSession) -> int:
    """How much waits for a coordinator to decide."""
    counted = select(func.count()).select_from(Obligation).where(Obligation.status == ObligationStatus.ESCALATED)
    return await session.scalar(counted) or 0


async def undecided(session: AsyncSession, *, at_most: int) -> Sequence[Obligation]:
    """What waits for a coordinator to decide, longest due first."""
    return (
        await session.scalars(
            select(Obligation)
            .where(Obligation.status == ObligationStatus.ESCALATED)
            .order_by(Obligation.due_on, Obligation.id)
            .limit(at_most)
            .execution_options(populate_existing=True),
        )
    ).all()


async def with_ids(session: AsyncSession, obligation_ids: Collection[int]) -> Sequence[Obligation]:
    """Those obligations as they are now, soonest due first."""
    return (
        await session.scalars(
            select(Obligation)
            .where(Obligation.id.in_(obligation_ids))
            .order_by(Obligation.due_on, Obligation.id)
            .execution_options(populate_existing=True),
        )
    ).all()
