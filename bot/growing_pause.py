"""The pause before something that failed is tried again: longer with each failure in a row, up to half a minute."""

import asyncio

LONGEST = 30.0
"""Seconds."""

SHORTEST = 0.25
MOST_DOUBLINGS = 10
"""More would make a number that no clock needs."""


class GrowingPause:
    """Counts failures in a row, and waits accordingly."""

    def __init__(self) -> None:
        self._failures = 0

    async def wait(self) -> None:
        """Wait, since it has failed once more."""
        self._failures += 1
        await asyncio.sleep(min(LONGEST, SHORTEST * 2.0 ** min(self._failures, MOST_DOUBLINGS)))

    def begin_anew(self) -> None:
        """It went well: the next failure is a first one."""
        self._failures = 0
