"""What waits for a coordinator across all contracts: what is to be decided, what is late, what is followed up."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import CompoundSelect, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from domain.obligation import ObligationStatus
from storage.contracts.hold import is_held
from storage.obligations.obligation import Obligation
from storage.people.supplier import Supplier


async def count_undecided(session: AsyncSession) -> int:
    """How much coordinators are asked to decide."""
    is_asked = (Obligation.status == ObligationStatus.ESCALATED, ~is_held(Obligation.contract_id))
    return await session.scalar(select(func.count()).select_from(Obligation).where(*is_asked)) or 0


async def undecided(session: AsyncSession, *, at_most: int) -> Sequence[Obligation]:
    """What coordinators are asked to decide, longest due first: not where reminders are held."""
    return (
        await session.scalars(
            select(Obligation)
            .where(Obligation.status == ObligationStatus.ESCALATED, ~is_held(Obligation.contract_id))
            .order_by(Obligation.due_on, Obligation.id)
            .limit(at_most)
            .execution_options(populate_existing=True),
        )
    ).all()


async def count(session: AsyncSession, viewer: Actor, *, today: date) -> int:
    """How much waits; nothing for one who may not decide."""
    if not may(viewer, Action.LEAD_CONTRACT):
        return 0
    return await session.scalar(select(func.count()).select_from(_waiting(today).subquery())) or 0


async def part(
    session: AsyncSession, viewer: Actor, *, today: date, skip: int, at_most: int
) -> Sequence[tuple[Obligation, str]]:
    """A part of the queue, each with its supplier's name: what is to be decided, what is late, what is followed up."""
    if not may(viewer, Action.LEAD_CONTRACT):
        return []
    waiting = _waiting(today).subquery()
    rows = await session.execute(
        select(Obligation, Supplier.name)
        .join(waiting, waiting.c.id == Obligation.id)
        .join(Supplier, Supplier.id == Obligation.supplier_id)
        .order_by(waiting.c.place, Obligation.due_on, Obligation.id)
        .offset(skip)
        .limit(at_most)
        .execution_options(populate_existing=True),
    )
    return [(obligation, name) for obligation, name in rows]


def _waiting(today: date) -> CompoundSelect[tuple[int, int]]:
    """The ids of what waits, each with its place: one question for each status, or SQLite would look at every row."""
    each = select(Obligation.id)
    return union_all(
        each.add_columns(literal(0).label("place")).where(Obligation.status == ObligationStatus.ESCALATED),
        each.add_columns(literal(1)).where(
            Obligation.status == ObligationStatus.OPEN, Obligation.due_on < today, ~is_held(Obligation.contract_id)
        ),
        each.add_columns(literal(2)).where(Obligation.status == ObligationStatus.FORMAL),
    )
