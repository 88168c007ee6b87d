"""Hear what other processes have queued, and wake those of this process who wait for it."""

import asyncio
import logging
from collections.abc import Callable

from psycopg import Error

from storage.database import Database

log = logging.getLogger(__name__)

LONGEST_WAIT = 30.0


class Listener:
    """Listens on a connection of its own; where that is cut it begins again, and meanwhile everyone looks unasked."""

    def __init__(self, database: Database, *, on_wakeup: Callable[[], None]) -> None:
        self._database, self._on_wakeup = database, on_wakeup

    async def run(self) -> None:
        """Listen until cancelled."""
        failures = 0
        while True:
            try:
                async for _ in self._database.wakeups():
                    failures = 0
                    self._on_wakeup()
            except Error as error:
                failures += 1
                log.warning("the database's wake-ups can't be heard, and will be again: %s", type(error).__name__)
                await asyncio.sleep(min(LONGEST_WAIT, 2.0 ** min(failures, 10) / 4))
