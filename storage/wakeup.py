"""Wake-ups between processes on PostgreSQL: who queues says so in the same transaction, and all who listen hear it.

Only a help: a wake-up can be lost with a connection, and whoever waits looks again every few seconds anyway. On
SQLite one process has the file, and wakes itself.
"""

import asyncio
from collections.abc import AsyncGenerator, MutableMapping
from contextlib import suppress
from enum import StrEnum
from typing import Any

from psycopg import AsyncConnection, sql
from psycopg import Error as PsycopgError
from sqlalchemy import bindparam, func, select
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncSession

CHANNEL = "steget"
CONNECT_FOR = 10
"""Seconds that the server has to answer."""

LOOK_AFTER = 30.0
"""Seconds of silence after which the connection is tried: a network can vanish without a word."""

_QUEUED = "what was queued"


_NOTIFY = select(func.pg_notify(CHANNEL, bindparam("said")))


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


async def wakeups(url: URL, *, but_by: str) -> AsyncGenerator[set[Queued]]:
    """What others have queued, each time; and everything at the beginning, for what nobody heard.

    Raises psycopg's errors when the connection is cut.
    """
    _, address = url.get_dialect()().create_connect_args(url)
    async with await _connected(address) as connection:
        await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(CHANNEL)))
        yield set(Queued)
        while True:
            async for notice in connection.notifies(timeout=LOOK_AFTER):
                by, *what = notice.payload.split()
                if by != but_by:
                    yield set(map(Queued, what))
            await connection.execute("SELECT 1")


async def _connected(address: MutableMapping[str, Any]) -> AsyncConnection[Any]:
    """A connection. Stopped while it is being made, it is made and closed, or it would be left open."""
    connecting = asyncio.create_task(
        AsyncConnection.connect(**address, connect_timeout=CONNECT_FOR, autocommit=True),
    )
    try:
        return await asyncio.shield(connecting)
    except asyncio.CancelledError:
        with suppress(PsycopgError):
            await (await connecting).close()
        raise
