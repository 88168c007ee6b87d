"""Wake-ups between processes on PostgreSQL: who queues says so in the same transaction, and all who listen hear it.

Only a help: a wake-up can be lost with a connection, and whoever waits looks again every few seconds anyway. On
SQLite one process has the file, and wakes itself. How others hear it stands in `listening.py`.
"""

from enum import StrEnum

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

CHANNEL = "steget"

_QUEUED = "what was queued"


_NOTIFY = select(func.pg_notify(CHANNEL, bindparam("said")))


class CutOffError(Exception):
    """Nothing is heard any more, or was ever: the server is away."""


class Queued(StrEnum):
    """What can be queued for somebody who waits for it."""

    UPDATE = "update"
    MESSAGE = "message"
    FILE = "file"


def note(session: AsyncSession, what: Queued) -> None:
    """Remember that the transaction has queued something."""
    queued(session).add(what)


def queued(session: AsyncSession) -> set[Queued]:
    """What the transaction has queued for others; what it sees to itself is taken out."""
    found: set[Queued] = session.info.setdefault(_QUEUED, set())
    return found


async def announce(session: AsyncSession, *, by: str) -> None:
    """Tell other processes once this transaction is committed, if it has queued anything; once, however much it was."""
    if queued(session) and session.get_bind().dialect.name == "postgresql":
        await session.execute(_NOTIFY, {"said": " ".join([by, *sorted(queued(session))])})
