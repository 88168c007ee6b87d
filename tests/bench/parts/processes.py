"""Processes: one, two and four of Steget on one PostgreSQL."""

from contextlib import AsyncExitStack

from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread, beside
from tests.bench.lineup import Lineup
from tests.bench.load import Load, many_at_once

COUNTS = (1, 2, 4)


async def measured(effort: Effort) -> list[Figure]:
    lineup, loads = Lineup(effort.folder, effort.people), {count: list[Load]() for count in COUNTS}
    async with AsyncExitStack() as stack:
        contestants = [
            await stack.enter_async_context(lineup.running("postgresql", processes=count)) for count in COUNTS
        ]
        for number in range(effort.rounds):
            for count, contestant in zip(COUNTS, contestants, strict=True):
                warm_up = 0.5 if number else 1.5
                loads[count].append(await many_at_once(contestant, seconds=effort.seconds, warm_up=warm_up))
    return [figure for count in COUNTS for figure in _figures(count, loads[count], loads[1])]


def _figures(count: int, mine: list[Load], alone: list[Load]) -> list[Figure]:
    who = f"{count} process{'es' if count > 1 else ''}"
    figures = []
    for what, unit, attribute in (
        ("answers a second", "", "a_second"),
        ("processor time an answer, all processes", " ms", "processor_ms"),
    ):
        here, there = ([getattr(load, attribute) for load in loads] for loads in (mine, alone))
        ratio = None if mine is alone else beside(here, there, "one process", is_gain=attribute == "a_second")
        figures.append(Figure(what, who, Spread.of(here), unit, ratio))
    return figures
