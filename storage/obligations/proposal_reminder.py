"""Proposed times that no coordinator has answered: when they are brought to mind, and what was proposed instead."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.obligations.obligation import Obligation


async def remind(session: AsyncSession, obligation_id: int, *, at: datetime | None) -> None:
    """Bring the proposal to the coordinators' minds then; None: not any more."""
    await session.execute(update(Obligation).where(Obligation.id == obligation_id).values(proposal_remind_at=at))


# Made once: each tick asks it.
_DUE = (
    select(Obligation)
    .where(Obligation.proposal_remind_at.is_not(None), Obligation.proposal_remind_at <= bindparam("now"))
    .order_by(Obligation.proposal_remind_at, Obligation.id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Obligation]:
    """Obligations whose proposal is to be brought to mind, longest waiting first."""
    return (await session.scalars(_DUE, {"now": now, "at_most": at_most})).all()


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[Obligation]:
    """Obligations whose proposal is brought to mind after that instant, soonest first."""
    return (
        await session.scalars(
            select(Obligation)
            .where(Obligation.proposal_remind_at > after)
            .order_by(Obligation.proposal_remind_at, Obligation.id)
            .limit(at_most)
        )
    ).all()


async def propose_instead(session: AsyncSession, obligation_id: int, words: str | None) -> None:
    """A coordinator proposes another time; None: that is answered."""
    await session.execute(update(Obligation).where(Obligation.id == obligation_id).values(city_proposed=words))
