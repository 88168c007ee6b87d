"""The past-due queue: what a coordinator decides about, across all contracts."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access import Action, Actor, may
from domain.obligation import ObligationStatus
from storage.obligation import Obligation
from storage.supplier import Supplier

_ORDER = {ObligationStatus.ESCALATED: 0, ObligationStatus.OPEN: 1, ObligationStatus.FORMAL: 2}


async def count(session: AsyncSession, viewer: Actor, *, today: date) -> int:
    """How much waits; nothing for one who may not decide."""
    if not may(viewer, Action.LEAD_CONTRACT):
        return 0
    return await session.scalar(select(func.count()).select_from(Obligation).where(_is_past_due(today))) or 0


async def part(
    session: AsyncSession, viewer: Actor, *, today: date, skip: int, at_most: int
) -> Sequence[tuple[Obligation, str]]:
    """A part of the queue, each with its supplier's name: what is to be decided, what is late, what is followed up."""
    if not may(viewer, Action.LEAD_CONTRACT):
        return []
    rows = await session.execute(
        select(Obligation, Supplier.name)
        .join(Supplier, Supplier.id == Obligation.supplier_id)
        .where(_is_past_due(today))
        .order_by(case(_ORDER, value=Obligation.status), Obligation.due_on, Obligation.id)
        .offset(skip)
        .limit(at_most)
        .execution_options(populate_existing=True),
    )
    return [(obligation, name) for obligation, name in rows]


def _is_past_due(today: date) -> ColumnElement[bool]:
    return or_(
        Obligation.status == ObligationStatus.ESCALATED,
        and_(Obligation.status == ObligationStatus.OPEN, Obligation.due_on < today),
        Obligation.status == ObligationStatus.FORMAL,
    )
