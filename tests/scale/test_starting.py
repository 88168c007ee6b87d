"""The program is there as soon with much to come as with little."""

import asyncio
import time
from collections.abc import Callable
from statistics import median

from bot.demo.movable_clock import MovableClock
from bot.local_telegram import LocalTelegram
from bot.local_telegram.serving import serving
from storage.database import Database
from tests.city import MONDAY_MORNING, TOKEN, City, settings_for
from tests.scale.conftest import Filled, Sizes
from tests.scale.crowd import STAFF, TELEGRAM_IDS_FROM

ROUNDS = 5
MOST_TIMES_AS_LONG = 1.5
LOOK_EVERY = 0.002
SOMEBODY = STAFF + 7
"""A supplier's contact, by the person's id."""


async def seconds_to_the_first_answer(filled: Filled) -> float:
    """From the start of a program to its answer to somebody who wrote while there was none."""
    clock = MovableClock(MONDAY_MORNING, stands_still=True)
    telegram = LocalTelegram(token=TOKEN, now=clock.now)
    phone = telegram.add_phone("Kim", user_id=TELEGRAM_IDS_FROM + SOMEBODY)
    phone.has_started = True
    async with serving(telegram.app(), before_stopping=telegram.close) as api:
        database = Database(filled.url)
        city = City(telegram, database, clock, settings_for(filled.url, api))
        phone.says("/hjalp")
        began = time.perf_counter()
        city.start()
        async with asyncio.timeout(20):
            while not phone.received():
                await asyncio.sleep(LOOK_EVERY)
        seconds = time.perf_counter() - began
        await city.stop()
        await database.close()
    return seconds


async def test_the_first_answer_after_a_start_comes_as_soon_where_much_is_to_come(
    sizes: Sizes, figure: Callable[[str], None]
) -> None:
    await seconds_to_the_first_answer(sizes.few)
    pairs = [
        (await seconds_to_the_first_answer(sizes.few), await seconds_to_the_first_answer(sizes.many))
        for _ in range(ROUNDS)
    ]
    few, many = (median(times) for times in zip(*pairs, strict=True))
    figure(f"the first answer after a start takes {many / few:.2f} times as long ({many * 1000:.0f} ms)")
    assert many / few < MOST_TIMES_AS_LONG
