"""Hear the wake-ups of other processes, on a connection of its own."""

import asyncio
from collections.abc import AsyncGenerator

import asyncpg
from sqlalchemy.engine import URL

from storage.postgresql import connected
from storage.wakeup import CHANNEL, CutOffError, Queued

LOOK_AFTER = 30.0
"""Seconds of silence after which the connection is tried: a network can vanish without a word."""

ANSWER_WITHIN = 10.0
"""Seconds that the server has for it."""


async def wakeups(url: URL, *, but_by: str) -> AsyncGenerator[set[Queued]]:
    """What others have queued, each time; and everything at the beginning, for what nobody heard.

    Raises CutOffError when the connection is cut.
    """
    try:
        connection = await connected(url)
        heard = asyncio.Queue[str]()
        try:
            connection.add_termination_listener(lambda _connection: heard.put_nowait(""))
            await connection.add_listener(CHANNEL, lambda *notice: heard.put_nowait(notice[-1]))
            yield set(Queued)
            while True:
                by, *what = await _next(heard, connection)
                if by != but_by:
                    yield set(map(Queued, what))
        finally:
            await connection.close(timeout=ANSWER_WITHIN)
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise CutOffError(type(error).__name__) from error


async def _next(heard: asyncio.Queue[str], connection: asyncpg.Connection) -> list[str]:
    """Who has queued something, and what. Raises what the driver raises once the connection is cut."""
    while True:
        try:
            if words := (await asyncio.wait_for(heard.get(), LOOK_AFTER)).split():
                return words
        except TimeoutError:
            pass
        await connection.execute("SELECT 1", timeout=ANSWER_WITHIN)
