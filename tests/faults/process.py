"""The real bot as a process of its own, on a real database, talking real HTTP to a stand-in in the test."""

import asyncio
import signal
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select, text

from bot.demo.local_telegram import LocalTelegram
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from bot.demo.movable_clock import MovableClock
from handlers.handling.work import IN_NO_CHAT
from storage.database import Database
from storage.outbox import OutboxRow, OutboxState
from tests.city import TOKEN, City, settings_for
from tests.empty_database import EmptyDatabase
from tests.forged import Forged, forged

PATIENCE = 90.0
"""Seconds; on a busy machine a process takes twenty to begin, and a disk is slow to promise anything."""


AS_IT_IS, IMPATIENT = "bot", "tests.faults.impatient"
"""Modules that are `steget run`; in the second nobody waits long for the roles of one that was killed."""


class BotProcess:
    """`steget run`, started, killed and started again by the test; it never outlives the test."""

    def __init__(self, folder: Path, database_url: str, api: str, *, module: str = IMPATIENT, **settings: str) -> None:
        self.folder, self.module = folder, module
        self.environment = {
            "STEGET_TELEGRAM_TOKEN": TOKEN,
            "STEGET_TELEGRAM_API": api,
            "STEGET_DATABASE_URL": database_url,
            "STEGET_RATE": "1000",
            "STEGET_RATE_CHAT": "100",
            "STEGET_CITY": "Exempelstad",
            "STEGET_CONTACT": "040-628 04 00",
        } | {f"STEGET_{name.upper()}": value for name, value in settings.items()}
        self._process: Forged | None = None
        self._reading: asyncio.Task[int] | None = None
        self.log = ""

    async def start(self) -> None:
        """Start the process; what it logs is kept."""
        self._process = await forged(self.module, "run", folder=self.folder, **self.environment)
        self._reading = asyncio.create_task(self._read(self._process))

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended by itself."""
        return self._reading is not None and not self._reading.done()

    async def ends(self) -> int:
        """Wait until the process ends by itself; its exit code."""
        assert self._reading is not None
        async with asyncio.timeout(PATIENCE):
            code = await self._reading
        self._process = None
        return code

    async def kill(self, by: signal.Signals = signal.SIGKILL) -> int:
        """End the process by that signal; its exit code."""
        assert self._process is not None
        self._process.send_signal(by)
        return await self.ends()

    def freeze(self) -> None:
        """Stop the process in whatever it is doing; it neither ends nor goes on."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on as if nothing had been."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    async def stop_for_good(self) -> None:
        """Leave nothing running."""
        if self._process is not None:
            await self.kill()

    async def says(self, words: str) -> None:
        """Wait until the log says so."""
        assert self._reading is not None
        async with asyncio.timeout(PATIENCE):
            while words not in self.log:
                assert not self._reading.done(), f"it ended without a word of {words!r}:\n{self.log}"
                await asyncio.sleep(0.01)

    async def _read(self, process: Forged) -> int:
        while line := await process.line():
            self.log += line
        return await process.ends()


class Outside:
    """A city whose bot is a process of its own."""

    def __init__(self, city: City, bot: BotProcess) -> None:
        self.city, self.bot = city, bot

    async def told(self) -> Counter[OutboxState]:
        """How many messages to people are how far; what is said of the bot itself goes beside them."""
        states = select(OutboxRow.state).where(OutboxRow.chat_id != IN_NO_CHAT)
        return Counter(await self.city.asks(lambda session: session.scalars(states)))

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

    async def outlives_its_work(self) -> bool:
        """Wait until nothing is left to handle, or the process has died of it."""
        async with asyncio.timeout(PATIENCE):
            while self.bot.is_alive:
                if not self.city.telegram.updates_waiting and not self.city.glance.is_under_way(datetime.now(UTC)):
                    return True
                await asyncio.sleep(0.01)
        await self.bot.ends()
        return False

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
        chosen = self.city.settings
        return BotProcess(self.bot.folder, chosen.database_url, chosen.telegram_api, module=self.bot.module)

    async def settled(self) -> None:
        """Wait until every update is handled and every message is through, also those whose fate was unknown."""
        await self.city.comes_to_rest(patience=PATIENCE)


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
