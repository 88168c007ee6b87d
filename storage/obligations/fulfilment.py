"""What has fulfilled obligations, such as a slot, and what takes its place when it is undone."""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.obligation import NUMBERS, ObligationStatus
from domain.reference import Reference
from domain.slot import SlotKind
from storage.obligations.obligation import Obligation


async def fulfilled_by(session: AsyncSession, what: Reference) -> Sequence[Obligation]:
    """The obligations that it has fulfilled."""
    return (
        await session.scalars(
            select(Obligation)
            .where(Obligation.fulfilled_by == str(what), Obligation.status == ObligationStatus.FULFILLED)
            .order_by(Obligation.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def of_places(session: AsyncSession, contract_id: int, kind: SlotKind) -> Sequence[Obligation]:
    """The numbers of that kind that the contract asks for, soonest due first."""
    return (
        await session.scalars(
            select(Obligation)
            .where(
                Obligation.contract_id == contract_id,
                Obligation.kind.in_(NUMBERS),
                Obligation.slot_kind == kind,
            )
            .order_by(Obligation.due_on, Obligation.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def replace(session: AsyncSession, obligation_id: int, *, instead_of: Reference, by: Reference) -> bool:
    """Let something else have fulfilled it from now on; False where it is not fulfilled by the former any more."""
    result = await session.execute(
        update(Obligation)
        .where(
            Obligation.id == obligation_id,
            Obligation.status == ObligationStatus.FULFILLED,
            Obligation.fulfilled_by == str(instead_of),
        )
        .values(fulfilled_by=str(by), revision=Obligation.revision + 1)
        .returning(Obligation.id),
    )
    return result.first() is not None
