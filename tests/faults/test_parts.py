"""The parts of a running bot fail one by one, and begin again."""

import asyncio
import contextlib
import logging
import subprocess
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot import working_calendar
from bot.intake import FetchError, Intake
from bot.roles import Player
from bot.schedule import Schedule
from handlers.handling.work import AFTER_STARTING, Work
from storage.database import Database
from storage.lease import Lease, ProcessRole
from storage.people.person import Person
from tests.city import City

SECRET_TEXT = "Hemligheten om Gunhild"


@asynccontextmanager
async def playing(player: Player, part: Callable[[int], Awaitable[None]]) -> AsyncIterator[None]:
    """The part is played while the test goes on."""
    task = asyncio.create_task(player.play(ProcessRole.POLLER, part))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


@pytest.fixture
def shared_database(database: Database) -> Database:
    """As one that other processes use too, so that no lease is taken over before its time."""
    database.is_sqlite = False
    return database


async def test_a_part_that_breaks_gives_its_lease_up_and_begins_again_at_once(
    shared_database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.roles.BEGIN_AGAIN_AFTER", 0.0)
    tokens: list[int] = []
    has_begun_again = asyncio.Event()

    async def breaks_at_first(token: int) -> None:
        tokens.append(token)
        if len(tokens) == 1:
            raise ValueError(SECRET_TEXT)
        has_begun_again.set()
        await asyncio.Event().wait()

    with caplog.at_level(logging.INFO):
        async with playing(Player(shared_database, hold_for=600), breaks_at_first), asyncio.timeout(10):
            await has_begun_again.wait()
    assert tokens == [1, 2]
    assert "the poller stopped, and begins again" in caplog.text
    assert SECRET_TEXT not in caplog.text


async def test_who_loses_the_lease_stops_playing(shared_database: Database) -> None:
    has_begun, has_stopped = asyncio.Event(), asyncio.Event()

    async def part(_token: int) -> None:
        has_begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            has_stopped.set()

    async with playing(Player(shared_database, hold_for=0.3), part), asyncio.timeout(10):
        await has_begun.wait()
        async with shared_database.write() as session:
            # Another process has taken over, for a long time.
            await session.execute(update(Lease).values(holder="another", token=Lease.token + 1, held_until=1e12))
        await has_stopped.wait()
        async with shared_database.read() as session:
            lease = await session.get_one(Lease, ProcessRole.POLLER.value)
    assert lease.holder == "another"


async def test_asked_to_stop_a_part_ends_though_the_database_is_away(
    shared_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_begun = asyncio.Event()

    async def part(_token: int) -> None:
        has_begun.set()
        await asyncio.Event().wait()

    async def fail(*_: Any, **__: Any) -> None:
        raise OperationalError("UPDATE", {}, ConnectionRefusedError())

    monkeypatch.setattr("storage.lease.give_up", fail)
    task = asyncio.create_task(Player(shared_database).play(ProcessRole.POLLER, part))
    async with asyncio.timeout(10):
        await has_begun.wait()
    task.cancel()
    await asyncio.wait({task}, timeout=5)
    assert task.cancelled()


async def test_while_another_process_holds_the_lease_nothing_is_played(shared_database: Database) -> None:
    async with shared_database.write() as session:
        await session.execute(update(Lease).values(holder="another", held_until=1e12))
    begun = asyncio.Event()

    async def part(_token: int) -> None:
        begun.set()

    async with playing(Player(shared_database, hold_for=0.03), part):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await begun.wait()


async def test_an_outage_of_many_hours_ends_without_a_fault_of_our_own(
    city: City, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    outages = iter(range(1100))  # nine hours, at two tries a minute
    fetch = Intake._fetch  # noqa: SLF001  what fails is the network below it

    async def fails_at_first(*args: object, **kwargs: object) -> list[object]:
        if next(outages, None) is not None:
            raise FetchError("502 Bad Gateway")
        return await fetch(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they are

    monkeypatch.setattr(Intake, "_fetch", fails_at_first)
    monkeypatch.setattr("bot.growing_pause.LONGEST", 0.0)
    await city.restart()
    await city.maleri.says("/hjalp")
    assert len(city.maleri.received) == 1
    assert "begins again" not in caplog.text


async def test_a_duty_that_fails_leaves_the_others_their_turn_and_the_log_without_words(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[str] = []

    async def fails(_work: Work) -> bool:
        raise ValueError(SECRET_TEXT)

    async def works(work: Work) -> bool:
        done.append(work.key)
        return False

    duties = Schedule(city.database, city.clock, city.program.city, (fails, works))
    await duties.tick()
    assert len(done) == 1
    assert "the duty fails failed" in caplog.text
    assert SECRET_TEXT not in caplog.text


async def test_what_one_duty_has_done_stays_done_where_another_fails(city: City) -> None:
    """Also where the first had no rows in hand by which it would be seen to have found something."""

    async def renames(work: Work) -> bool:
        await work.session.execute(update(Person).values(name="Någon annan"))
        return False

    async def fails(_work: Work) -> bool:
        raise ValueError

    await Schedule(city.database, city.clock, city.program.city, (renames, fails)).tick()
    names = await city.asks(lambda session: session.scalars(select(Person.name).distinct()))
    assert names.all() == ["Någon annan"]


async def test_duties_that_find_nothing_share_a_transaction_and_what_is_found_is_committed_at_once(city: City) -> None:
    transactions: list[AsyncSession] = []
    was_committed: list[bool] = []

    async def finds_nothing(work: Work) -> bool:
        transactions.append(work.session)
        return False

    async def finds_somebody(work: Work) -> bool:
        transactions.append(work.session)
        anybody = (await work.session.scalars(select(Person).limit(1))).one()
        anybody.name = "Någon annan"
        return False

    async def looks(_work: Work) -> bool:
        names = await city.asks(lambda session: session.scalars(select(Person.name)))
        was_committed.append("Någon annan" in names.all())
        return False

    duties = (finds_nothing, finds_nothing, finds_somebody, looks)
    await Schedule(city.database, city.clock, city.program.city, duties).tick()
    first, second, third = transactions
    assert first is second is third
    assert was_committed == [True]


async def test_a_tick_begins_when_the_one_before_it_has_ended(city: City) -> None:
    """On PostgreSQL the second would pass by what the first has locked, as if it were not due."""
    under_way = most = 0

    async def takes_its_time(_work: Work) -> bool:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.05)
        under_way -= 1
        return False

    duties = Schedule(city.database, city.clock, city.program.city, (takes_its_time,))
    await asyncio.gather(duties.tick(), duties.tick())
    assert most == 1


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Schedule]:
    """The clocks of a program that have begun: that of the duties, and that of the sealer."""
    begun: list[Schedule] = []

    async def begins(schedule: Schedule, _fencing_token: int) -> None:
        begun.append(schedule)
        await asyncio.Event().wait()

    monkeypatch.setattr(Schedule, "run", begins)
    return begun


async def test_whoever_has_written_is_answered_before_the_clock_begins(city: City, begun: list[Schedule]) -> None:
    await city.stop()
    city.maleri.phone.says("/hjalp")
    await city.restart()
    await city.settled()
    assert len(city.maleri.received) == 1
    assert begun == []


async def test_a_little_later_the_clock_begins_by_itself_and_the_bot_is_introduced(
    city: City, begun: list[Schedule], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.city.ONLY_WHEN_TOLD", 0.01)
    await city.restart()
    async with asyncio.timeout(10):
        while len(begun) < 2:
            await asyncio.sleep(0.01)
    await city.later(AFTER_STARTING)
    assert city.settings.city in city.stranger().phone.about_bot


async def test_the_holidays_are_looked_up_before_the_clock_begins_and_the_bot_goes_on_meanwhile(
    city: City, begun: list[Schedule], monkeypatch: pytest.MonkeyPatch
) -> None:
    is_answered, is_asked, asked = threading.Event(), asyncio.Event(), subprocess.run

    def run(*command: Any, **options: Any) -> Any:
        loop.call_soon_threadsafe(is_asked.set)
        assert is_answered.wait(10), "nobody else could do anything meanwhile"
        return asked(*command, **options)

    loop = asyncio.get_running_loop()
    working_calendar.holidays.cache_clear()
    monkeypatch.setattr("bot.working_calendar.subprocess.run", run)
    monkeypatch.setattr("tests.city.ONLY_WHEN_TOLD", 0.01)
    await city.restart()
    async with asyncio.timeout(10):
        await is_asked.wait()
        await city.maleri.says("/hjalp")
        assert begun == []
        is_answered.set()
        while len(begun) < 2:
            await asyncio.sleep(0.01)
    monkeypatch.setattr("bot.working_calendar.subprocess.run", None)
    assert date(2026, 12, 24) in city.program.city.hours.days_off
