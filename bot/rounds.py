"""The loop of everyone who looks for what waits: wake, work, rest, and bear the database's trouble."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.logs import without_contents
from storage.trouble import is_trouble

log = logging.getLogger(__name__)

Outcome = TypeVar("Outcome")

LOOK_AGAIN_AFTER = 2.0
"""Seconds between looks when nobody wakes: another process may have left something to do."""

AFTER_TROUBLE = 1.0
"""Seconds to wait when the database itself fails."""


async def through_trouble(work: Callable[[], Awaitable[Outcome]]) -> Outcome:
    """Do the work, again and again while the database itself is in trouble, which is counted against nobody."""
    while True:
        try:
            return await work()
        except Exception as error:
            if not is_trouble(error):
                raise
            log.warning("the database failed, and will be tried again: %s", without_contents(error))
        await asyncio.sleep(AFTER_TROUBLE)


class Rounds:
    """Rounds of work with rests between them. `wake` them after every commit that may have left something to do."""

    def __init__(self, *, longest_rest: Callable[[], float] = lambda: LOOK_AGAIN_AFTER) -> None:
        self._longest_rest = longest_rest
        self._wakings = asyncio.Queue[None](maxsize=1)

    def wake(self) -> None:
        """Let one of those who rest look at once; where all are at work, one of them looks once more."""
        with contextlib.suppress(asyncio.QueueFull):
            self._wakings.put_nowait(None)

    async def run(self, work: Callable[[], Awaitable[bool]]) -> None:
        """Work until cancelled. `work` does one piece, and says whether there may be more; several may run at once."""
        while True:
            while await through_trouble(work):
                pass
            await self._rest()

    async def _rest(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._longest_rest()):
                await self._wakings.get()
