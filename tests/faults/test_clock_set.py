"""The machine's clock is set back or forward, as by an operator or a time server, and the ticks go on."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, tzinfo
from itertools import pairwise

import pytest

from bot.schedule import Schedule
from handlers.handling.work import Work
from tests.city import City

TICK_EVERY = 0.3
PATIENCE = 10.0
A_FEW = 4

SetClock = Callable[[timedelta], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Set the clock that APScheduler reads, and all that the schedule reads; it goes on from there."""
    off = [timedelta()]

    class SetTime(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # a plain datetime, as it gives
            return datetime.now(tz) + off[-1]

    monkeypatch.setattr("bot.schedule.datetime", SetTime)
    monkeypatch.setattr("apscheduler.schedulers.base.datetime", SetTime)
    monkeypatch.setattr("bot.schedule.TICK_EVERY", TICK_EVERY)
    return off.append


@asynccontextmanager
async def ticking(city: City) -> AsyncIterator[list[float]]:
    """The clock goes, and notes when its ticks came."""
    ticks: list[float] = []

    async def note(_work: Work) -> bool:
        ticks.append(time.monotonic())
        return False

    schedule = Schedule(city.database, city.clock, city.program.city, (note,))
    running = asyncio.create_task(schedule.run(1))
    try:
        await until_so_many(ticks, A_FEW)
        yield ticks
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running


async def until_so_many(ticks: list[float], count: int) -> None:
    async with asyncio.timeout(PATIENCE):
        while len(ticks) < count:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    "by", [timedelta(hours=-2), timedelta(hours=2), timedelta(days=-400), timedelta(days=20_000)], ids=str
)
async def test_the_ticks_go_on_when_the_clock_is_set(city: City, set_clock: SetClock, by: timedelta) -> None:
    async with ticking(city) as ticks:
        before = len(ticks)
        set_clock(by)
        await until_so_many(ticks, before + A_FEW)
    # One too early for each setting of the clock is allowed; none may be missing.
    gaps = [later - earlier for earlier, later in pairwise(ticks[before - 1 :])]
    assert max(gaps) < 3 * TICK_EVERY
    assert sorted(gaps)[1] > TICK_EVERY / 2


async def test_set_back_again_and_again_it_ticks_no_more_often_than_that(city: City, set_clock: SetClock) -> None:
    async with ticking(city) as ticks:
        before = len(ticks)
        for hours in (1, 2, 3):
            set_clock(timedelta(hours=-hours))
            await asyncio.sleep(TICK_EVERY)
        await until_so_many(ticks, before + A_FEW)
        assert len(ticks) - before <= 2 * A_FEW
