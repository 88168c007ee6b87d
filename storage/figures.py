"""How much there is and how much waits, for whoever looks after the bot: quick, however long a city has used it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.obligation import TO_BE_DONE
from domain.role import Role
from storage.base import Base, among
from storage.contracts.contract import Contract
from storage.inbox import InboxRow, InboxState
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxRow, OutboxState, is_in_flight, is_queued
from storage.people.person import Person
from storage.people.supplier import Supplier

LOOKS_BACK = 100_000
"""So many of the latest rows are looked at for what has ended: there is no index on that, since nothing else asks."""


async def people(session: AsyncSession) -> dict[Role, int]:
    """How many have access, by role."""
    asked = select(Person.role, func.count()).where(Person.ended_at.is_(None)).group_by(Person.role)
    return dict((await session.execute(asked)).all())


async def suppliers(session: AsyncSession) -> int:
    """How many companies there are."""
    return await _count(session, Supplier)


async def contracts(session: AsyncSession) -> int:
    """How many contracts there are."""
    return await _count(session, Contract)


async def obligations_open(session: AsyncSession) -> int:
    """How many obligations are still to be done."""
    return await _count(session, Obligation, Obligation.status.in_(TO_BE_DONE))


async def obligations_overdue(session: AsyncSession, *, today: date) -> int:
    """How many of them should have been done before that day."""
    return await _count(session, Obligation, Obligation.status.in_(TO_BE_DONE), Obligation.due_on < today)


async def updates(session: AsyncSession) -> dict[InboxState, int]:
    """How many updates are in each state: all that wait, of the others the latest."""
    counted = await _latest(session, InboxRow, select(InboxRow.state, func.count()).group_by(InboxRow.state))
    waiting = among(InboxRow.state, InboxState.WAITING)
    return dict(counted) | {InboxState.WAITING: await _count(session, InboxRow, waiting)}


async def messages(session: AsyncSession) -> dict[OutboxState, int]:
    """How many messages are in each state: all that are under way, of the others the latest."""
    counted = await _latest(session, OutboxRow, select(OutboxRow.state, func.count()).group_by(OutboxRow.state))
    queued = await _count(session, OutboxRow, is_queued())
    in_flight = select(OutboxRow.state, func.count()).where(is_in_flight()).group_by(OutboxRow.state)
    return dict(counted) | dict((await session.execute(in_flight)).all()) | {OutboxState.QUEUED: queued}


async def possibly_doubled(session: AsyncSession) -> int:
    """How many copies of the latest messages people may have seen beside those that we know of."""
    ((copies,),) = await _latest(session, OutboxRow, select(func.sum(OutboxRow.possible_copies)))
    return copies or 0


async def oldest_waiting(session: AsyncSession, *, now: datetime) -> datetime | None:
    """Since when what has waited longest could have been handled or sent; None where nothing waits."""
    came = select(func.min(InboxRow.received_at)).where(among(InboxRow.state, InboxState.WAITING))
    due = select(func.min(OutboxRow.due_at)).where(is_queued(), OutboxRow.due_at <= now)
    found = [await session.scalar(asked) for asked in (came, due)]
    return min((at for at in found if at is not None), default=None)


async def _count(session: AsyncSession, table: type[Base], *which: ColumnElement[bool]) -> int:
    return await session.scalar(select(func.count()).select_from(table).where(*which)) or 0


async def _latest(session: AsyncSession, table: type[InboxRow | OutboxRow], asked: Any) -> Any:
    newest = select(func.max(table.id)).scalar_subquery()
    return (await session.execute(asked.where(table.id > newest - LOOKS_BACK))).all()
