"""Memory: when idle, and after very many updates."""

import asyncio

from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread, beside
from tests.bench.lineup import NAMES, Lineup

LOOKED_AT = ("aiogram", "ptb", "sqlite", "postgresql")
UNTIL_IDLE = 2.0
"""Seconds."""


async def measured(effort: Effort) -> list[Figure]:
    figures = []
    for name in LOOKED_AT:
        before, after = await _before_and_after(name, effort)
        figures += [
            Figure("memory when idle", NAMES[name], Spread.of([before]), " MB"),
            Figure(
                f"memory after {effort.updates:,} updates",
                NAMES[name],
                Spread.of([after]),
                " MB",
                beside([after], [before], "itself when idle"),
            ),
        ]
    return figures


async def _before_and_after(name: str, effort: Effort) -> tuple[float, float]:
    async with Lineup(effort.folder, effort.people).running(name) as contestant:
        await asyncio.sleep(UNTIL_IDLE)
        before = contestant.megabytes
        for person in contestant.people:
            person.begin()
        while contestant.answers < effort.updates:
            await asyncio.sleep(0.1)
        for person in contestant.people:
            person.pause()
        await contestant.come_to_rest()
        await asyncio.sleep(UNTIL_IDLE)
        return before, contestant.megabytes
