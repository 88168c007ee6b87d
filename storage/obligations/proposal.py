"""The time that a supplier has proposed for a meeting that is due, which waits for a coordinator to answer it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.obligation import TO_BE_DONE, ObligationKind
from storage.obligations.obligation import NOT_PROPOSED, Obligation


async def keep(session: AsyncSession, obligation_id: int, words: str, *, at: datetime, by: int) -> bool:
    """Keep what somebody has proposed, instead of what was proposed before; False where nothing is to be done."""
    result = await session.execute(
        update(Obligation)
        .where(Obligation.id == obligation_id, Obligation.status.in_(TO_BE_DONE))
        .values(proposed=words, proposed_at=at, proposed_by=by)
        .returning(Obligation.id),
    )
    return result.first() is not None


async def of_kind(session: AsyncSession, contract_id: int, kind: ObligationKind) -> Sequence[Obligation]:
    """What of that kind waits for an answer under the contract, the longest waiting first."""
    return (
        await session.scalars(
            select(Obligation)
            .where(Obligation.contract_id == contract_id, Obligation.kind == kind, Obligation.proposed.is_not(None))
            .order_by(Obligation.proposed_at, Obligation.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def let_go(session: AsyncSession, obligation_id: int) -> None:
    """The proposal is answered."""
    await session.execute(update(Obligation).where(Obligation.id == obligation_id).values(**NOT_PROPOSED))
