"""The program is there as soon with much to come as with little."""

import asyncio
import time
from collections.abc import Callable
from functools import partial

from tests.chat import Chat
from tests.scale.conftest import Sizes, a_stopped_city
from tests.scale.size import A_SUPPLIERS
from tests.scale.timing import compared

ROUNDS = 5
MOST_TIMES_AS_LONG = 1.5
LOOK_EVERY = 0.002
ANSWERED_WITHIN = 20.0


async def seconds_to_the_first_answer(kim: Chat) -> float:
    """From the start of a program to its answer to somebody who wrote while there was none."""
    before = len(kim.received)
    kim.phone.says("/hjalp")
    began = time.perf_counter()
    await kim.city.restart()
    async with asyncio.timeout(ANSWERED_WITHIN):
        while len(kim.received) == before:
            await asyncio.sleep(LOOK_EVERY)
    seconds = time.perf_counter() - began
    await kim.city.settled()
    await kim.city.stop()
    return seconds


async def test_the_first_answer_after_a_start_comes_as_soon_where_much_is_to_come(
    sizes: Sizes, figure: Callable[[str], None]
) -> None:
    async with a_stopped_city(sizes.few) as small, a_stopped_city(sizes.many) as large:
        starts = [partial(seconds_to_the_first_answer, city.somebody(A_SUPPLIERS)) for city in (small, large)]
        for start in starts:
            await start()
        found = await compared(*starts, rounds=ROUNDS, at_most=MOST_TIMES_AS_LONG)
    took = f"{found.times_as_long:.2f} times as long ({found.seconds * 1000:.0f} ms)"
    figure(f"the first answer after a start takes {took}")
    assert found.times_as_long < MOST_TIMES_AS_LONG
