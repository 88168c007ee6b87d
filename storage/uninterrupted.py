"""Work that comes to its end also when its task is cancelled meanwhile: a transaction, above all."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

Outcome = TypeVar("Outcome")


async def uninterrupted(work: Coroutine[Any, Any, Outcome]) -> Outcome:
    """Do the work; whoever is cancelled while it lasts hears so when it is done, and not in its middle.

    A transaction that is cut off in the middle of a statement leaves a connection that nobody can trust, and on SQLite
    perhaps the write lock that everyone else waits for.
    """
    doing = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait({doing})
        if not doing.cancelled():
            doing.exception()  # looked at, so that nobody misses it: being cancelled goes before
        raise
