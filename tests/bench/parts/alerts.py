"""Alerts: from the press that sends a report to the matcher's phone, beside a bot that sends at once and keeps nothing.

Idle, with an API that answers at once and one that takes 50 ms; and while a broadcast to a thousand is on its way.
"""

import asyncio
from contextlib import AsyncExitStack

from tests.bench.announcer import Announcer, announcing
from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread, beside, quantile
from tests.bench.lineup import NAMES

MEASURED = ("aiogram", "sqlite", "postgresql")
READERS = 1_000
OFTEN = 20
"""Presses in a round."""

BETWEEN = 0.02
"""Seconds; what came of the press before is noted by then."""

SITUATIONS = {"idle": 0.0, "idle, API of 50 ms": 0.05, "during a broadcast to 1,000": 0.0}
"""And the delay of the API in it."""

MOST_TIMES = {"idle": 4.0, "idle, API of 50 ms": 1.3, "during a broadcast to 1,000": 4.0}
"""What is promised of the slowest of a hundred."""

Waits = dict[tuple[str, str], list[list[float]]]
"""By the situation and the bot: of each round, each in seconds."""


async def measured(effort: Effort) -> list[Figure]:
    waits: Waits = {(situation, name): [] for situation in SITUATIONS for name in MEASURED}
    async with AsyncExitStack() as stack:
        announcers = [await stack.enter_async_context(announcing(name, effort.folder, OFTEN)) for name in MEASURED]
        for _ in range(effort.rounds):
            for situation, delay in SITUATIONS.items():
                for announcer in announcers:
                    announcer.contestant.api.delay = delay
                    seen = await _announced(announcer, is_broadcasting="broadcast" in situation)
                    waits[situation, announcer.contestant.name].append(seen)
    return [figure for situation, name in waits for figure in _figures(situation, name, waits)]


async def _announced(announcer: Announcer, *, is_broadcasting: bool) -> list[float]:
    await announcer.get_ready()
    if is_broadcasting:
        await announcer.broadcast(READERS)
    seen = []
    for person in announcer.contestant.people:
        is_as_wanted = announcer.is_broadcasting or not is_broadcasting
        seconds = await announcer.seconds_from_press_to_alert(person)
        if is_as_wanted:
            seen.append(seconds)
        await asyncio.sleep(BETWEEN)
    await announcer.come_to_rest()
    return seen


def _figures(situation: str, name: str, waits: Waits) -> list[Figure]:
    figures = []
    for part, words in ((0.5, "p50"), (0.99, "p99")):
        mine, theirs = ([1000 * quantile(seen, part) for seen in waits[situation, one]] for one in (name, MEASURED[0]))
        is_promised = name != MEASURED[0] and words == "p99"
        ratio = beside(mine, theirs, "aiogram", at_most=MOST_TIMES[situation] if is_promised else None)
        what = f"from press to alert, {words}, {situation}"
        figures.append(Figure(what, NAMES[name].replace(" echo", ""), Spread.of(mine), " ms", ratio))
    return figures
