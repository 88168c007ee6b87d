"""Wake-ups between processes on PostgreSQL: who queues says so in the same transaction, and all who listen hear it.

Only a help: a wake-up can be lost with a connection, and whoever waits looks again every few seconds anyway. On
SQLite one process has the file, and wakes itself. How others hear it stands in `listening.py`.
"""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

CHANNEL = "steget"

_IS_QUEUED = "something was queued"


class CutOffError(Exception):
    """Nothing is heard any more, or was ever: the server is away."""


def note(session: AsyncSession) -> None:
    """Remember that the transaction has queued something."""
    session.info[_IS_QUEUED] = True


async def announce(session: AsyncSession, *, by: str) -> None:
    """Wake who waits, once this transaction is committed and if it has queued anything; once, however much it was."""
    if session.info.pop(_IS_QUEUED, False) and session.get_bind().dialect.name == "postgresql":
        await session.execute(select(func.pg_notify(CHANNEL, by)))
