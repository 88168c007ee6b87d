"""Alerts: from the press that sends a report to the matcher's phone, beside a bot that sends at once and keeps nothing.

Idle, with an API that answers at once and one that takes 50 ms; and while a broadcast to a thousand is on its way.
"""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import chain

from tests.bench.announcer import Announcer, announcing
from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread, beside, quantile
from tests.bench.lineup import NAMES

MEASURED = ("aiogram", "sqlite", "postgresql")
READERS = 1_000
SUPPLIERS = 20
"""So many press, one after the other."""

BETWEEN = 0.02
"""Seconds; what came of the press before is noted by then."""


@dataclass(frozen=True)
class Situation:
    """What else goes on meanwhile.

    Attributes:
        words: As the table calls it.
        at_most: So many times a bare bot's time is promised of the slowest of a hundred.
        turns: So often each supplier presses in a round. A bot is hardly ever slow, be it bare or not: of a few
            presses the slowest says more of chance than of either.
        delay: Of the API, in seconds.
        is_broadcasting: Whether a broadcast is under way.
    """

    words: str
    at_most: float
    turns: int = 1
    delay: float = 0.0
    is_broadcasting: bool = False


SITUATIONS = (
    Situation("idle", at_most=4.0, turns=5),
    Situation("idle, API of 50 ms", at_most=1.3, delay=0.05),
    Situation(f"during a broadcast to {READERS:,}", at_most=4.0, turns=3, is_broadcasting=True),
)

Waits = dict[tuple[Situation, str], list[list[float]]]
"""By the situation and the bot: of each round, each in seconds."""


async def measured(effort: Effort) -> list[Figure]:
    waits: Waits = {(situation, name): [] for situation in SITUATIONS for name in MEASURED}
    async with AsyncExitStack() as stack:
        announcers = [await stack.enter_async_context(announcing(name, effort.folder, SUPPLIERS)) for name in MEASURED]
        for _ in range(effort.rounds):
            for situation in SITUATIONS:
                for announcer in announcers:
                    announcer.contestant.api.delay = situation.delay
                    seen = [await _announced(announcer, situation) for _ in range(situation.turns)]
                    waits[situation, announcer.contestant.name].append(list(chain.from_iterable(seen)))
    return [figure for situation, name in waits for figure in _figures(situation, name, waits)]


async def _announced(announcer: Announcer, situation: Situation) -> list[float]:
    await announcer.get_ready()
    if situation.is_broadcasting:
        await announcer.broadcast(READERS)
    seen = []
    for person in announcer.contestant.people:
        is_as_wanted = announcer.is_broadcasting or not situation.is_broadcasting
        seconds = await announcer.seconds_from_press_to_alert(person)
        if is_as_wanted:
            seen.append(seconds)
        await asyncio.sleep(BETWEEN)
    await announcer.come_to_rest()
    return seen


def _figures(situation: Situation, name: str, waits: Waits) -> list[Figure]:
    figures = []
    for part, words in ((0.5, "p50"), (0.99, "p99")):
        mine, theirs = ([1000 * quantile(seen, part) for seen in waits[situation, one]] for one in (name, MEASURED[0]))
        is_promised = name != MEASURED[0] and words == "p99"
        ratio = beside(mine, theirs, "aiogram", at_most=situation.at_most if is_promised else None)
        what = f"from press to alert, {words}, {situation.words}"
        figures.append(Figure(what, NAMES[name].replace(" echo", ""), Spread.of(mine), " ms", ratio))
    return figures
