"""A transaction that the database ends, so that another can go on or since a column has changed: it is done again."""

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.logs import without_contents
from storage.trouble import is_collision

Outcome = TypeVar("Outcome")

log = logging.getLogger(__name__)

MOST_IN_A_ROW = 10
"""One of the two has gone on each time, so a second try is hardly ever needed; after these it is trouble as any."""


async def despite_collisions(work: Callable[[], Awaitable[Outcome]]) -> Outcome:
    """Do the work of one transaction, as often as it takes. It is nobody's fault, and is counted against nobody."""
    for _ in range(MOST_IN_A_ROW):
        try:
            return await work()
        except Exception as error:
            if not is_collision(error):
                raise
            log.info("done again, since the database ended its transaction: %s", without_contents(error))
    return await work()
