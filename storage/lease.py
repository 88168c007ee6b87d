"""Leases: which process plays a role that only one may play at a time.

A row each, with a heartbeat and a fencing token on the database's clock, the same on both databases. An advisory
lock would not do: a process that is stopped but not dead keeps its connection, and the lock, for ever.
"""

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import ColumnElement, Float, String, bindparam, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, table_of
from storage.dialects import database_seconds


class ProcessRole(StrEnum):
    """What only one process at a time may do. The migration makes a row for each."""

    POLLER = "poller"
    DELIVERER = "deliverer"
    SCHEDULER = "scheduler"
    SEALER = "sealer"
    FETCHER = "fetcher"


class Lease(Base):
    """Who plays a role, and until when nobody else may take over."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    holder: Mapped[str | None] = mapped_column(String(64))
    token: Mapped[int]
    """Grows with each new holder: what an earlier one still writes can be told apart."""
    held_until: Mapped[float]
    """Seconds since 1970 on the database's clock."""


# Made once, and of the table itself: every start asks them for every role, and every heartbeat.
_lease = table_of(Lease)
_IS_ROLE = _lease.c.name == bindparam("role")
_TAKE = (
    update(_lease)
    .where(_IS_ROLE)
    .values(
        holder=bindparam("by"),
        token=_lease.c.token + 1,
        held_until=database_seconds() + bindparam("hold_for", type_=Float()),
    )
    .returning(_lease.c.token)
)
_TAKE_IF_FREE = _TAKE.where(or_(_lease.c.holder.is_(None), _lease.c.held_until < database_seconds()))
_KEEP = (
    update(_lease)
    .where(_IS_ROLE, _lease.c.token == bindparam("its_token"), _lease.c.holder.is_not(None))
    .values(held_until=database_seconds() + bindparam("hold_for", type_=Float()))
    .returning(_lease.c.token)
)
_GIVE_UP = update(_lease).where(_IS_ROLE, _lease.c.token == bindparam("its_token")).values(holder=None)


async def take(session: AsyncSession, role: ProcessRole, *, holder: str, hold_for: float, is_alone: bool) -> int | None:
    """Take the role over if it is free; gives the fencing token, or None while somebody else has it.

    Args:
        session: The transaction.
        role: Which role.
        holder: Which process asks.
        hold_for: Seconds until the lease ends without a heartbeat.
        is_alone: True where the caller knows that no other process runs on this database (it holds the file's
            lock), so that it needn't wait for the lease of one that was killed.
    """
    asked = {"role": role.value, "by": holder, "hold_for": hold_for}
    token: int | None = await session.scalar(_TAKE if is_alone else _TAKE_IF_FREE, asked)
    return token


async def keep(session: AsyncSession, role: ProcessRole, *, token: int, hold_for: float) -> bool:
    """Send a heartbeat; False once somebody else has taken over."""
    kept = await session.scalar(_KEEP, {"role": role.value, "its_token": token, "hold_for": hold_for})
    return kept is not None


def is_held(role: ProcessRole, token: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether the role is still that holder's.

    For a statement that only the holder may make. On PostgreSQL whoever would take the role over waits until that
    statement's transaction is through, and sees all that it did; on SQLite nobody else writes meanwhile anyway.
    """
    # Were it of the mapped objects, each statement that asks this would be taken for one about such.
    held = (_lease.c.holder.is_not(None), _lease.c.held_until > database_seconds())
    its_lease = select(_lease.c.name).where(_lease.c.name == role.value, _lease.c.token == token, *held)
    return exists(its_lease.with_for_update(read=True))


async def holders(session: AsyncSession) -> Sequence[str]:
    """The processes that play a role now, by their names."""
    held = select(Lease.holder).where(Lease.holder.is_not(None), Lease.held_until > database_seconds()).distinct()
    return [holder for holder in await session.scalars(held.order_by(Lease.holder)) if holder]


async def give_up(session: AsyncSession, role: ProcessRole, *, token: int) -> None:
    """Hand the role back, so that another process needn't wait."""
    await session.execute(_GIVE_UP, {"role": role.value, "its_token": token})
