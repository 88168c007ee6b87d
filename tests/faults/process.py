"""The real bot as a process of its own, on a real database, talking real HTTP to a stand-in in the test."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from bot.demo.local_telegram import LocalTelegram
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from bot.demo.movable_clock import MovableClock
from storage.database import Database
from tests.city import TOKEN, City, settings_for
from tests.empty_database import EmptyDatabase

PATIENCE = 90.0
"""Seconds; on a busy machine a process takes twenty to begin, and a disk is slow to promise anything."""

ROOT = Path(__file__).parent.parent.parent


class BotProcess:
    """`steget run`, started, killed and started again by the test; it never outlives the test."""

    def __init__(self, folder: Path, database_url: str, api: str, **settings: str) -> None:
        self.folder = folder
        self._environment = {
            "PATH": os.environ["PATH"],
            # This tree's own code, also where another is installed.
            "PYTHONPATH": str(ROOT),
            "STEGET_TELEGRAM_TOKEN": TOKEN,
            "STEGET_TELEGRAM_API": api,
            "STEGET_DATABASE_URL": database_url,
            "STEGET_RATE": "1000",
            "STEGET_RATE_CHAT": "100",
            "STEGET_CITY": "Exempelstad",
            "STEGET_CONTACT": "040-628 04 00",
        } | {f"STEGET_{name.upper()}": value for name, value in settings.items()}
        self._process: Process | None = None
        self._reading: asyncio.Task[None] | None = None
        self.log = ""

    def tell_what_is_loaded(self) -> None:
        """Let it log each module that it loads from its start on."""
        self._environment["PYTHONPROFILEIMPORTTIME"] = "1"

    @property
    def loaded(self) -> set[str]:
        """The modules that it has loaded by now, where it was told to say so."""
        return set(re.findall(r"^import time:.*\| +(\S+)$", self.log, re.MULTILINE))

    @property
    def megabytes(self) -> float:
        """How much memory it holds; only Linux tells."""
        assert self._process is not None
        pages = Path(f"/proc/{self._process.pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1_000_000

    @property
    def processor_seconds(self) -> float:
        """How long it has kept a processor busy; only Linux tells."""
        assert self._process is not None
        told = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    async def start(self) -> None:
        """Start the process; what it logs is kept."""
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"), cwd=self.folder, env=self._environment, stderr=PIPE
        )
        self._reading = asyncio.create_task(self._read(self._process))

    async def ends(self) -> int:
        """Wait until the process ends by itself; its exit code."""
        assert self._process is not None
        assert self._reading is not None
        async with asyncio.timeout(PATIENCE):
            code = await self._process.wait()
            await self._reading
        self._process = None
        return code

    async def kill(self, by: signal.Signals = signal.SIGKILL) -> int:
        """End the process by that signal; its exit code."""
        assert self._process is not None
        self._process.send_signal(by)
        return await self.ends()

    async def stop_for_good(self) -> None:
        """Leave nothing running."""
        if self._process is not None and self._process.returncode is None:
            await self.kill()

    async def says(self, words: str) -> None:
        """Wait until the log says so."""
        assert self._reading is not None
        async with asyncio.timeout(PATIENCE):
            while words not in self.log:
                assert not self._reading.done(), f"it ended without a word of {words!r}:\n{self.log}"
                await asyncio.sleep(0.01)

    async def _read(self, process: Process) -> None:
        assert process.stderr is not None
        while line := await process.stderr.readline():
            self.log += line.decode()


class Outside:
    """A city whose bot is a process of its own."""

    def __init__(self, city: City, bot: BotProcess) -> None:
        self.city, self.bot = city, bot

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until it is so."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                await asyncio.sleep(0.002)

    async def until_handled(self, count: int) -> None:
        """Wait until so many updates have had their effect."""
        async with asyncio.timeout(PATIENCE):
            while self.city.glance.handled() < count:
                await asyncio.sleep(0.002)

    async def until_connected(self, *, processes: int) -> None:
        """Wait until so many processes listen for wake-ups; only PostgreSQL knows of more than one."""
        listening = text(
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()"
        )
        async with asyncio.timeout(PATIENCE):
            while (await self.city.asks(lambda session: session.scalar(listening)) or 0) < processes:
                await asyncio.sleep(0.05)

    def another_process(self) -> BotProcess:
        """One more process on the same database."""
        return BotProcess(self.bot.folder, self.city.settings.database_url, self.city.settings.telegram_api)

    async def settled(self) -> None:
        """Wait until every update is handled and every message is through, also those whose fate was unknown."""
        await self.city.comes_to_rest(look_every=0.01, patience=PATIENCE)


@asynccontextmanager
async def outside_city(folder: Path, empty_database: EmptyDatabase, **settings: str) -> AsyncIterator[Outside]:
    """Everyone is in; the process is the test's to start."""
    telegram = LocalTelegram(token=TOKEN, now=lambda: datetime.now(UTC))
    async with serving(bot_api(telegram), before_stopping=telegram.close) as api:
        chosen = settings_for(empty_database.copied(folder), api)
        database = Database(chosen.database_url)
        city = City(telegram, database, MovableClock(datetime.now(UTC)), chosen)
        bot = BotProcess(folder, chosen.database_url, api, **settings)
        try:
            await city.move_in()
            yield Outside(city, bot)
        finally:
            await bot.stop_for_good()
            city.glance.close()
            await database.close()
