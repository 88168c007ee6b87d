"""Somebody beside the bot who holds rows of its database, so that a test decides who waits, and for how long."""

import asyncio
from typing import Any, Self
from unittest.mock import patch

import psycopg

from bot import dispatch
from storage.impatience import LONGEST_WAIT
from tests.city import City

# Whoever is impatient has given up by then, also on a busy machine: they wait for nobody.
WAITING = f"""
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()
    AND clock_timestamp() - query_start > interval '{5 * LONGEST_WAIT} seconds'
"""


TO_THE_END = 10.0
"""Seconds; longer than anything is held."""


class Holder:
    """One transaction at a time, on a connection to PostgreSQL of its own.

    Who waits for it waits to the end, in the order in which they came; or for so many seconds, and then comes again.
    """

    def __init__(self, city: City, *, waited_for: float = TO_THE_END) -> None:
        self._patience = patch.object(dispatch, "HOLDS_CHAT_FOR", waited_for)
        url = city.database.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection: psycopg.Connection[Any] = psycopg.connect(url)
        self._looks = psycopg.connect(url, autocommit=True)

    def __enter__(self) -> Self:
        self._patience.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._patience.stop()
        self._connection.close()
        self._looks.close()

    def takes(self, statement: str, *values: object) -> None:
        """Take a lock, and hold it until `lets_go`."""
        self._connection.execute(statement.encode(), values)

    def lets_go(self) -> None:
        """End the transaction."""
        self._connection.rollback()

    async def sees_waiting(self, number: int) -> None:
        """Wait until so many of the bot's transactions wait for a lock."""
        async with asyncio.timeout(20):
            while self._looks.execute(WAITING.encode()).fetchone() != (number,):
                await asyncio.sleep(0.002)
