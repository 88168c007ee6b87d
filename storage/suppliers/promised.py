"""What a supplier has promised, under all its contracts."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.obligation import TO_BE_DONE, ObligationStatus
from storage.contracts.contract import Contract
from storage.obligations.obligation import Obligation


async def contracts_of(session: AsyncSession, supplier_id: int) -> Sequence[Contract]:
    """All contracts with the supplier, the latest begun first."""
    theirs = select(Contract).where(Contract.supplier_id == supplier_id)
    return (await session.scalars(theirs.order_by(Contract.starts_on.desc(), Contract.id.desc()))).all()


async def to_be_done(session: AsyncSession, supplier_id: int) -> Sequence[Obligation]:
    """What somebody still waits for, soonest due first."""
    theirs = select(Obligation).where(Obligation.supplier_id == supplier_id, Obligation.status.in_(TO_BE_DONE))
    return (
        await session.scalars(
            theirs.order_by(Obligation.due_on, Obligation.id).execution_options(populate_existing=True)
        )
    ).all()


async def fulfilled(session: AsyncSession, supplier_id: int) -> Counter[int]:
    """How much is fulfilled under each of its contracts, by the contracts' ids."""
    rows = await session.execute(
        select(Obligation.contract_id, func.count())
        .where(Obligation.supplier_id == supplier_id, Obligation.status == ObligationStatus.FULFILLED)
        .group_by(Obligation.contract_id)
    )
    return Counter(dict(rows.all()))
