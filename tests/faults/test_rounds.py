"""Whoever looks for what waits is woken, rests when nothing is left, and bears the database's trouble."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from sqlalchemy.exc import OperationalError

from bot.growing_pause import GrowingPause
from bot.rounds import Rounds

PATIENCE = 5.0


@pytest.fixture(autouse=True)
def nobody_looks_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.rounds.LOOK_AGAIN_AFTER", 600.0)
    monkeypatch.setattr("bot.rounds.AFTER_TROUBLE", 0.0)


class Pile:
    """Pieces of work, done one at a time."""

    def __init__(self) -> None:
        self.left, self.looks = 0, 0

    async def do_one(self) -> bool:
        self.looks += 1
        await asyncio.sleep(0)
        self.left = max(0, self.left - 1)
        return self.left > 0


@asynccontextmanager
async def at_work(rounds: Rounds, work: Callable[[], Awaitable[bool]], workers: int = 1) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(rounds.run(work)) for _ in range(workers)]
    try:
        await all_rest()
        yield
    finally:
        for task in tasks:
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*tasks)


async def all_rest() -> None:
    for _ in range(50):
        await asyncio.sleep(0)


async def test_once_woken_it_works_until_nothing_is_left() -> None:
    pile, rounds = Pile(), Rounds()
    async with at_work(rounds, pile.do_one):
        pile.left, pile.looks = 3, 0
        rounds.wake()
        await all_rest()
    assert (pile.left, pile.looks) == (0, 3)


async def test_one_wake_wakes_one_of_many() -> None:
    pile, rounds = Pile(), Rounds()
    async with at_work(rounds, pile.do_one, workers=4):
        pile.looks = 0
        rounds.wake()
        await all_rest()
    assert pile.looks == 1


async def test_woken_at_work_it_looks_once_more() -> None:
    pile, rounds, may_end = Pile(), Rounds(), asyncio.Event()

    async def takes_its_time() -> bool:
        is_more = await pile.do_one()
        await may_end.wait()
        return is_more

    async with at_work(rounds, takes_its_time):
        assert pile.looks == 1
        for _ in range(3):
            rounds.wake()
        may_end.set()
        await all_rest()
    assert pile.looks == 2


async def test_nobody_wakes_it_and_still_it_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.rounds.LOOK_AGAIN_AFTER", 0.001)
    pile, rounds = Pile(), Rounds()
    async with at_work(rounds, pile.do_one), asyncio.timeout(PATIENCE):
        while pile.looks < 5:
            await asyncio.sleep(0.001)


async def test_the_databases_trouble_is_borne_and_the_work_done_after_it(caplog: pytest.LogCaptureFixture) -> None:
    pile, rounds, troubles = Pile(), Rounds(), iter(range(3))

    async def fails_at_first() -> bool:
        if next(troubles, None) is not None:
            cause = sqlite3.OperationalError("what a person wrote")
            cause.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise OperationalError("INSERT", {}, cause)
        return await pile.do_one()

    async with at_work(rounds, fails_at_first):
        assert pile.looks == 1
    assert caplog.text.count("the database failed, and will be tried again") == 3
    assert "what a person wrote" not in caplog.text


async def test_any_other_failure_ends_it() -> None:
    async def fails() -> bool:
        raise ValueError("a mistake of the program's")

    with pytest.raises(ValueError, match="a mistake"):
        await Rounds().run(fails)


async def test_a_pause_grows_to_its_longest_and_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def notes(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(asyncio, "sleep", notes)
    pause = GrowingPause()
    for _ in range(1100):
        await pause.wait()
    pause.begin_anew()
    await pause.wait()
    assert waited[:8] == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    assert waited[-2:] == [30.0, 0.5]
