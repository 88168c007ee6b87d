"""Run to the end, or be stopped by Ctrl+C or SIGTERM: either way no bot is left running."""

import asyncio
import os
import signal
from collections.abc import Coroutine
from typing import Any, TypeVar

Found = TypeVar("Found")


def attended(measuring: Coroutine[Any, Any, Found]) -> Found:
    """What was found."""
    # asyncio ends in good order on SIGINT alone.
    signal.signal(signal.SIGTERM, lambda *_: os.kill(os.getpid(), signal.SIGINT))
    return asyncio.run(measuring)
