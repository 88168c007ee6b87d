"""A transaction that gives up rather than wait for what another one holds."""

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

LONGEST_WAIT = 0.05
"""Seconds for each lock."""

LOCKED_OUT = "55P03"
"""PostgreSQL's code for a lock that was not to be had in time."""

_GIVE_UP_SOON = text(f"SET LOCAL lock_timeout = {LONGEST_WAIT * 1000:.0f}")


async def be_impatient(session: AsyncSession) -> None:
    """From here on wait for each lock a moment at most. On SQLite who has begun to write waits for nobody anyway."""
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(_GIVE_UP_SOON)


def is_locked_out(error: BaseException) -> bool:
    """Whether an impatient transaction has given up."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) == LOCKED_OUT
