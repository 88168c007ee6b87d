"""Two things timed against each other, on a machine that may be busy with others."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import median

TRIES = 6
"""Who is busy with something else may look slow for a while; what grows with the rows looks slow every time."""


@dataclass(frozen=True)
class Compared:
    """How long the one takes, in seconds, and how many times as long as the other."""

    seconds: float
    times_as_long: float


async def compared(
    small: Callable[[], Awaitable[float]], large: Callable[[], Awaitable[float]], *, rounds: int, at_most: float
) -> Compared:
    """The medians of so many rounds, turn and turn about; tried again where the large one took more than it may."""
    for _ in range(TRIES):
        pairs = [(await small(), await large()) for _ in range(rounds)]
        few, many = (median(times) for times in zip(*pairs, strict=True))
        found = Compared(many, many / few)
        if found.times_as_long < at_most:
            break
    return found
