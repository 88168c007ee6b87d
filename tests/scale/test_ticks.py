"""The clock's work grows with what is due, never with what is to come."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from statistics import median

import pytest

from bot.demo.movable_clock import MovableClock
from bot.program import Program
from storage import obligation
from storage.database import Database
from tests.city import MONDAY_MORNING, settings_for
from tests.scale.conftest import Filled, Sizes
from tests.scale.crowd import make_due

ROUNDS = 15
MOST_TIMES_AS_LONG = 1.5
DUE = 1_000
PLANNED_WITHIN = 5.0
"""Seconds."""


@asynccontextmanager
async def program_on(filled: Filled, *, now: datetime = MONDAY_MORNING) -> AsyncIterator[Program]:
    """The program with that database, for ticks alone: nobody writes to it, and nothing is sent."""
    database = Database(filled.url)
    yield Program(settings_for(filled.url, "http://127.0.0.1"), database, MovableClock(now, stands_still=True))
    await database.close()


async def seconds_for_a_tick(program: Program) -> float:
    began = time.perf_counter()
    await program.tick()
    return time.perf_counter() - began


async def test_a_tick_with_nothing_due_takes_no_longer_where_much_is_to_come(
    sizes: Sizes, figure: Callable[[str], None]
) -> None:
    async with program_on(sizes.few) as small, program_on(sizes.many) as large:
        for program in (small, large):
            await program.tick()
        # Turn and turn about, so that a machine that is busy for a while is busy for both.
        pairs = [(await seconds_for_a_tick(small), await seconds_for_a_tick(large)) for _ in range(ROUNDS)]
    few, many = (median(times) for times in zip(*pairs, strict=True))
    obligations = f"{sizes.many.crowd.obligations:,} obligations against {sizes.few.crowd.obligations:,}"
    figure(f"a tick with nothing due takes {many / few:.2f} times as long with {obligations} ({many * 1000:.1f} ms)")
    assert many / few < MOST_TIMES_AS_LONG


@pytest.mark.skipif(find_spec("handlers.timed.obligations") is None, reason="no duty climbs the ladder yet")
async def test_a_thousand_obligations_that_are_due_are_planned_within_seconds(
    sizes: Sizes, figure: Callable[[str], None]
) -> None:
    """Whatever duties there are: each obligation is climbed, whoever is to hear of it has their turn."""
    make_due(sizes.many.url, DUE, due_on="2026-12-04", at="2026-11-20 07:00:00.000000+00")
    evening = datetime(2026, 11, 20, 19, tzinfo=UTC)
    async with program_on(sizes.many, now=evening) as program:
        seconds = await seconds_for_a_tick(program)
    database = Database(sizes.many.url)
    async with database.read() as session:
        left = await obligation.to_climb(session, now=evening, at_most=1)
    await database.close()
    figure(f"{DUE:,} obligations that are due are planned in {seconds:.1f} s")
    assert left == []
    assert seconds < PLANNED_WITHIN
