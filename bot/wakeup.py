"""Hear what other processes have queued, and wake those of this process who wait for it."""

import logging
from collections.abc import Callable

from bot.growing_pause import GrowingPause
from storage.database import Database
from storage.wakeup import CutOffError

log = logging.getLogger(__name__)


class Listener:
    """Listens on a connection of its own; where that is cut it begins again, and meanwhile everyone looks unasked."""

    def __init__(self, database: Database, *, on_wakeup: Callable[[], None]) -> None:
        self._database, self._on_wakeup = database, on_wakeup

    async def run(self) -> None:
        """Listen until cancelled."""
        pause = GrowingPause()
        while True:
            try:
                async for _ in self._database.wakeups():
                    pause.begin_anew()
                    self._on_wakeup()
            except CutOffError as error:
                log.warning("the database's wake-ups can't be heard, and will be again: %s", error)
                await pause.wait()
