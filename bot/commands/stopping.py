"""Run until the operator or the system asks for the end; then finish what is under way, unless they ask once more."""

import asyncio
import contextlib
import math
import os
import signal
from collections.abc import Coroutine
from typing import Any

from bot.commands.terminal import INTERRUPTED, warn


def until_stopped(
    work: Coroutine[Any, Any, None],
    *,
    stopping: str = "",
    stopped: str,
    at_once: str = "",
    at_most: float = math.inf,
) -> None:
    """Run until it ends, or until it is asked to; the words say what happens then, and how it went.

    What has not ended so many seconds after it was asked to waits for somebody who doesn't answer, such as a database
    server that was frozen: it is ended at once.
    """

    async def stoppable() -> None:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()

        def stop() -> None:
            if task.cancelling():
                _end_at_once(at_once)
            task.cancel()
            if at_most < math.inf:
                loop.call_later(at_most, _end_at_once, at_once)
            if stopping:
                warn(stopping)

        for asked in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(asked, stop)
        with contextlib.suppress(asyncio.CancelledError):
            await task

    asyncio.run(stoppable())
    warn(stopped)


def _end_at_once(words: str) -> None:
    """As a plug that is pulled, which takes nothing from anybody: not even Python's own tidying is waited for."""
    if words:
        warn(words)
    os._exit(INTERRUPTED)
