"""The clock's work grows with what is due, never with what is to come."""

import time
from collections.abc import Callable
from functools import partial

from bot.program import Program
from tests.scale.conftest import Sizes, a_stopped_city
from tests.scale.timing import compared

ROUNDS = 15
MOST_TIMES_AS_LONG = 1.5


async def seconds_for_a_tick(program: Program) -> float:
    began = time.perf_counter()
    await program.tick()
    return time.perf_counter() - began


async def test_a_tick_with_nothing_due_takes_no_longer_where_much_is_to_come(
    sizes: Sizes, figure: Callable[[str], None]
) -> None:
    async with a_stopped_city(sizes.few) as small, a_stopped_city(sizes.many) as large:
        ticks = [partial(seconds_for_a_tick, city.program) for city in (small, large)]
        for tick in ticks:
            await tick()
        found = await compared(*ticks, rounds=ROUNDS, at_most=MOST_TIMES_AS_LONG)
    obligations = f"{sizes.many.crowd.obligations:,} obligations against {sizes.few.crowd.obligations:,}"
    took = f"{found.times_as_long:.2f} times as long with {obligations} ({found.seconds * 1000:.1f} ms)"
    figure(f"a tick with nothing due takes {took}")
    assert found.times_as_long < MOST_TIMES_AS_LONG
