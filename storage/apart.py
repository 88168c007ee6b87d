"""Asynchronous work done for code that is none: to its end, in a thread with a loop of its own."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Outcome = TypeVar("Outcome")


def done_apart(work: Coroutine[Any, Any, Outcome]) -> Outcome:
    """What comes of it, also where the caller stands in a loop already. Raises what the work raises."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()
