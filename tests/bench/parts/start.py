"""Start: from the program's start to its first answer, to somebody who had written before."""

import asyncio
import time
from contextlib import AsyncExitStack

from tests.bench.contestant import Entry
from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread, beside
from tests.bench.lineup import NAMES, Lineup

STARTED = ("aiogram", "ptb", "sqlite", "postgresql")
MOST_PROCESSOR = 1.0
"""Seconds."""

MOST_MEGABYTES = 115.0
UNTIL_IDLE = 2.0
"""Seconds."""


async def measured(effort: Effort) -> list[Figure]:
    seen = {name: list[tuple[float, float, float]]() for name in STARTED}
    async with AsyncExitStack() as stack:
        lineup = Lineup(effort.folder, people=1)
        entries = [await stack.enter_async_context(lineup.entered(name)) for name in STARTED]
        for entry in entries:
            await _started(entry, effort)  # so that Python has compiled all that it will
        for _ in range(effort.rounds):
            for entry in entries:
                seen[entry.name].append(await _started(entry, effort))
    return [figure for name in STARTED for figure in _figures(name, seen)]


async def _started(entry: Entry, effort: Effort) -> tuple[float, float, float]:
    """Seconds of processor, seconds by the clock, and megabytes a little later."""
    began = time.perf_counter()
    async with entry.running(effort.folder, people=1, is_awaited=True) as contestant:
        while contestant.people[0].waiting_for:
            await asyncio.sleep(0.001)
        processor, waited = contestant.processor_seconds, time.perf_counter() - began
        await asyncio.sleep(UNTIL_IDLE)
        return processor, waited, contestant.megabytes


def _figures(name: str, seen: dict[str, list[tuple[float, float, float]]]) -> list[Figure]:
    is_ours = name in {"sqlite", "postgresql"}
    whats = (
        ("processor time to the first answer", " s", MOST_PROCESSOR),
        ("time to the first answer", " s", None),
        ("memory when idle, once started", " MB", MOST_MEGABYTES),
    )
    figures = []
    for place, (what, unit, most) in enumerate(whats):
        mine, theirs = ([each[place] for each in seen[one]] for one in (name, "aiogram"))
        ratio = beside(mine, theirs, NAMES["aiogram"])
        figures.append(Figure(what, NAMES[name], Spread.of(mine), unit, ratio, at_most=most if is_ours else None))
    return figures
