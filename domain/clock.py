"""Where everyone asks what time it is, so that demo and tests can move it."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        ...


class SystemClock:
    """The time of the machine; the only clock that `steget run` knows."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)
