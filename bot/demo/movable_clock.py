"""A clock that can be moved forward; only the demo and the tests have one."""

import time
from datetime import datetime, timedelta


class MovableClock:
    """Begins at a given instant and goes as real time does, or stands still; `advance` moves it."""

    def __init__(self, begins_at: datetime, *, stands_still: bool = False) -> None:
        self._begins_at, self._stands_still = begins_at, stands_still
        self._began, self._moved = time.monotonic(), timedelta()

    def now(self) -> datetime:
        """The instant that this clock shows."""
        passed = 0.0 if self._stands_still else time.monotonic() - self._began
        return self._begins_at + timedelta(seconds=passed) + self._moved

    def advance(self, by: timedelta) -> None:
        """Move forward; the caller ticks afterwards."""
        if by < timedelta():
            raise ValueError("a clock is only ever moved forward")
        self._moved += by
