"""Hear the wake-ups of other processes, on a connection of its own.

The one file that knows PostgreSQL's driver by name: a bot on SQLite never loads it.
"""

import asyncio
from collections.abc import AsyncGenerator, MutableMapping
from contextlib import suppress
from typing import Any

from psycopg import AsyncConnection, sql
from psycopg import Error as PsycopgError
from sqlalchemy.engine import URL

from storage.wakeup import CHANNEL, CutOffError, Queued

CONNECT_FOR = 10
"""Seconds that the server has to answer."""

LOOK_AFTER = 30.0
"""Seconds of silence after which the connection is tried: a network can vanish without a word."""


async def wakeups(url: URL, *, but_by: str) -> AsyncGenerator[set[Queued]]:
    """What others have queued, each time; and everything at the beginning, for what nobody heard.

    Raises CutOffError when the connection is cut.
    """
    _, address = url.get_dialect()().create_connect_args(url)
    try:
        async with await _connected(address) as connection:
            await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(CHANNEL)))
            yield set(Queued)
            while True:
                async for notice in connection.notifies(timeout=LOOK_AFTER):
                    by, *what = notice.payload.split()
                    if by != but_by:
                        yield set(map(Queued, what))
                await connection.execute("SELECT 1")
    except PsycopgError as error:
        raise CutOffError(type(error).__name__) from error


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
