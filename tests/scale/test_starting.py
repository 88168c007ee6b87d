"""The program is there as soon with much to come as with little."""

import asyncio
import time
from collections.abc import Callable
from statistics import median

from tests.city import Chat
from tests.scale.conftest import Sizes, a_stopped_city
from tests.scale.size import A_SUPPLIERS

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
        kims = small.somebody(A_SUPPLIERS), large.somebody(A_SUPPLIERS)
        for kim in kims:
            await seconds_to_the_first_answer(kim)
        pairs = [tuple([await seconds_to_the_first_answer(kim) for kim in kims]) for _ in range(ROUNDS)]
    few, many = (median(times) for times in zip(*pairs, strict=True))
    figure(f"the first answer after a start takes {many / few:.2f} times as long ({many * 1000:.0f} ms)")
    assert many / few < MOST_TIMES_AS_LONG
