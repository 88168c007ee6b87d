"""Broadcast: from the first to the last of 3,000 receivers, while somebody else is answered every second.

Let go on a Monday morning, and sent at the rate that is configured by itself: 30 a second. The stand-in refuses with
429 what is more than that within any second. What the rate leaves is all but the one a second kept for answers.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from storage.database import Database
from tests.bench import residents
from tests.bench.contestant import PATIENCE, Contestant
from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread, quantile
from tests.bench.limit import Limit
from tests.bench.lineup import NAMES, STEGET, Lineup
from tests.bench.person import Turn
from tests.broadcasts import let_go
from tests.city import MONDAY_MORNING

RATE = 30
KEPT_FOR_ANSWERS = 1
PACE = {"STEGET_RATE": str(RATE), "STEGET_RATE_CHAT": "1"}

LEAST_SHARE = 0.98
"""Of what the rate leaves to it."""

LONGEST_WAIT = 300.0
"""Milliseconds."""

ASKS = (Turn("/hjalp", answer="/"),)
ASKERS = 10
"""They ask in turn, or what one chat may hear would be all that is measured."""


class Receivers:
    """Those to whom it goes; they see when."""

    def __init__(self) -> None:
        self.heard_at: list[float] = []

    def sees(self, _message: dict[str, Any]) -> None:
        self.heard_at.append(time.perf_counter())

    @property
    def lasted(self) -> float:
        """Seconds from the first who heard it to the last."""
        return self.heard_at[-1] - self.heard_at[0]


@dataclass(frozen=True)
class Seen:
    """What became of one broadcast.

    Attributes:
        share: Of what the rate leaves to it.
        highest: So many requests came within a second at most.
        refused: So many were too many.
        waits: How long those waited who asked meanwhile, in seconds.
    """

    share: float
    highest: int
    refused: int
    waits: list[float]


async def measured(effort: Effort) -> list[Figure]:
    return [figure for name in STEGET for figure in _figures(name, await _broadcast(name, effort), effort)]


async def _broadcast(name: str, effort: Effort) -> Seen:
    lineup = Lineup(effort.folder, ASKERS, ASKS, pace=PACE, module="tests.bench.in_working_hours")
    async with lineup.entered(name) as entry, entry.running(effort.folder, people=ASKERS) as contestant:
        await _warmed_up(contestant)
        receivers, limit = Receivers(), Limit(RATE)
        chats = range(residents.FIRST_READER, residents.FIRST_READER + effort.receivers)
        contestant.api.readers |= dict.fromkeys(chats, receivers)
        contestant.api.limit = limit
        async with _open(entry.environment["STEGET_DATABASE_URL"]) as database:
            await residents.receivers_move_in(database, effort.receivers, joined_at=MONDAY_MORNING)
            await let_go(database, at=MONDAY_MORNING)
        await _until_begun(receivers)
        await _ask_until(lambda: len(receivers.heard_at) == effort.receivers, contestant)
        waits = [wait for person in contestant.people for wait in person.waits]
        left = receivers.lasted * (RATE - KEPT_FOR_ANSWERS)
        return Seen((effort.receivers - 1) / left, limit.highest, limit.refused, waits)


async def _warmed_up(contestant: Contestant) -> None:
    """Who asks first waits for more than an answer."""
    for person in contestant.people:
        person.take(1)
    await contestant.come_to_rest()
    for person in contestant.people:
        person.waits.clear()


@asynccontextmanager
async def _open(url: str) -> AsyncIterator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        await database.close()


async def _until_begun(receivers: Receivers) -> None:
    """Until the clock has looked at what is to be sent; that it does every half minute."""
    async with asyncio.timeout(PATIENCE):
        while not receivers.heard_at:
            await asyncio.sleep(0.01)


async def _ask_until(is_over: Callable[[], bool], contestant: Contestant) -> None:
    """One after the other asks, a second apart."""
    for person in cycle(contestant.people):
        person.take(1)
        await asyncio.sleep(1.0)
        if is_over():
            return


def _figures(name: str, seen: Seen, effort: Effort) -> list[Figure]:
    many, who = f"a broadcast to {effort.receivers:,}", NAMES[name]
    waited = Spread.of([1000 * quantile(seen.waits, 0.99)])
    return [
        Figure(
            f"{many}, of what the rate leaves", who, Spread.of([100 * seen.share]), " %", at_least=100 * LEAST_SHARE
        ),
        Figure(f"requests in any second during {many}", who, Spread.of([seen.highest]), "", at_most=RATE),
        Figure(f"refused as too many during {many}", who, Spread.of([seen.refused]), "", at_most=0),
        Figure(f"an answer during {many}, p99", who, waited, " ms", at_most=LONGEST_WAIT),
    ]
