"""Much that falls due at once is dealt with in seconds, by way of indexes alone."""

import time
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import func, select

from bot.schedule import Schedule
from handlers.obligations.ladder import duties
from storage.obligations.obligation import Obligation
from tests.scale.conftest import Sizes, a_stopped_city
from tests.scale.crowd import make_due
from tests.scale.statements import assert_read_no_whole_table, overheard

DUE = 1_000
PLANNED_WITHIN = 5.0
"""Seconds."""

A_FEW = 40
UNTIL_MORE_IS_DUE = timedelta(days=42)
"""Then some of each sort of what waits in the crowd is due."""

CLIMBING = (duties.climb,)
"""Saying it to a thousand people is another matter, and goes at the pace that Telegram allows."""


def let_the_ladder_come(url: str, many: int) -> None:
    """To so many obligations, which are to be done in ten working days."""
    make_due(url, many, due_on="2026-12-04", at="2026-11-20 07:00:00.000000")


async def test_ticks_with_something_of_each_sort_due_read_no_whole_table(sizes: Sizes) -> None:
    let_the_ladder_come(sizes.many.url, A_FEW)
    async with a_stopped_city(sizes.many) as city:
        with overheard() as statements:
            await city.program.tick()
            city.clock.advance(UNTIL_MORE_IS_DUE)
            await city.program.tick()
    assert_read_no_whole_table(sizes.many.url, statements)


async def test_a_thousand_obligations_that_are_due_are_planned_within_seconds(
    sizes: Sizes, figure: Callable[[str], None]
) -> None:
    """The last of all: it leaves a thousand people with something to hear."""
    let_the_ladder_come(sizes.many.url, DUE)
    async with a_stopped_city(sizes.many) as city:
        clockwork = Schedule(city.database, city.clock, city.program.city, CLIMBING)
        began = time.perf_counter()
        await clockwork.tick()
        seconds = time.perf_counter() - began
        is_due = Obligation.next_at <= city.clock.now()
        left = await city.asks(lambda session: session.scalar(select(func.count()).where(is_due)))
    figure(f"{DUE:,} obligations that are due are planned in {seconds:.1f} s")
    assert left == 0
    assert seconds < PLANNED_WITHIN
