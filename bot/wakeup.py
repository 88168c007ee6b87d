"""Hear what other processes have queued, and wake those of this process who wait for it."""

import logging

from bot.growing_pause import GrowingPause
from storage.database import Database
from storage.wakeup import CutOffError

log = logging.getLogger(__name__)


class Listener:
    """Listens on a connection of its own; where that is cut it begins again, and meanwhile everyone looks unasked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run(self) -> None:
        """Listen until cancelled."""
        pause = GrowingPause()
        while True:
            try:
                async for queued in self._database.wakeups():
                    pause.begin_anew()
                    self._database.wake(queued)
            except CutOffError as error:
                log.warning("the database's wake-ups can't be heard, and will be again: %s", error)
                await pause.wait()
