"""The clock's work grows with what is due, never with what is to come."""

import time
from collections.abc import Callable
from statistics import median

from bot.program import Program
from tests.scale.conftest import Sizes, a_stopped_city

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
        for city in (small, large):
            await city.program.tick()
        # Turn and turn about, so that a machine that is busy for a while is busy for both.
        pairs = [
            (await seconds_for_a_tick(small.program), await seconds_for_a_tick(large.program)) for _ in range(ROUNDS)
        ]
    few, many = (median(times) for times in zip(*pairs, strict=True))
    obligations = f"{sizes.many.crowd.obligations:,} obligations against {sizes.few.crowd.obligations:,}"
    figure(f"a tick with nothing due takes {many / few:.2f} times as long with {obligations} ({many * 1000:.1f} ms)")
    assert many / few < MOST_TIMES_AS_LONG
