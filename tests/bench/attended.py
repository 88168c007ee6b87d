"""Run to the end, or be stopped by Ctrl+C or SIGTERM: either way no bot is left running."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any, TypeVar

import click

Found = TypeVar("Found")


def attended(measuring: Coroutine[Any, Any, Found]) -> Found:
    """What was found."""
    try:
        return asyncio.run(_stoppable(measuring))
    except asyncio.CancelledError:
        raise click.Abort from None


async def _stoppable(measuring: Coroutine[Any, Any, Found]) -> Found:
    task = asyncio.ensure_future(measuring)
    # Ctrl+C cancels by itself; whoever starts this in the background, or ends it after a while, sends SIGTERM.
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await task
