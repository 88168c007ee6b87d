"""Two ways to run the same year: with the bot in the test's own process, or as a process that is killed."""

import asyncio
import random
import signal
from datetime import datetime
from pathlib import Path
from typing import Protocol

from tests.city import TOKEN, City
from tests.faults.process import PATIENCE
from tests.forged import Forged, forged
from tests.year.told_clock import ToldClock

SOON = 0.12
"""Seconds after a push within which a kill comes: in the midst of what the push has set off."""


class Machinery(Protocol):
    """What the year asks of it."""

    async def move_to(self, at: datetime) -> None:
        """Move the clock, and wait until all that is due is said."""

    async def settle(self) -> None:
        """Wait until all that people did has had its effect."""


class InProcess:
    """The bot runs beside the test."""

    def __init__(self, city: City) -> None:
        self._city = city

    async def move_to(self, at: datetime) -> None:
        """Move the clock, and wait until all that is due is said."""
        await self._city.until(at)

    async def settle(self) -> None:
        """Wait until all that people did has had its effect."""
        await self._city.settled()


class Killed:
    """The bot is a process of its own, and is killed at moments that chance chooses, always the same for a seed."""

    def __init__(self, city: City, folder: Path, *, kills: int, pushes: int, seed: int) -> None:
        self._city, self._folder = city, folder
        self._chance = random.Random(seed)  # noqa: S311  a test repeats its chance
        self._at_pushes = set(self._chance.sample(range(pushes), kills))
        self._push = -1
        self._process: Forged | None = None
        self._ending: asyncio.Task[int] | None = None
        self.kills = 0
        self._clock, self._done = ToldClock(folder / "clock"), ToldClock(folder / "done")

    async def start(self) -> None:
        """Start the process, and wait until it has done what is due."""
        self._tell(self._city.clock.now())
        await self._start()
        await self._done_by(self._city.clock.now())

    async def stop(self) -> None:
        """Leave nothing running."""
        if self._process is not None and self._ending is not None:
            self._process.send_signal(signal.SIGKILL)
            await self._ending

    async def move_to(self, at: datetime) -> None:
        """Move the clock, and wait until all that is due is said."""
        self._city.clock.advance(at - self._city.clock.now())
        self._tell(at)
        await self._killed_now_and_then()
        await self._done_by(at)
        await self.settle()

    def _tell(self, at: datetime) -> None:
        """Tell the time, and that nothing is done yet: also where it is told again, the bot does what is due."""
        self._clock.tell(at)
        self._done.tell(datetime.min.replace(tzinfo=at.tzinfo))

    async def settle(self) -> None:
        """Wait until all that people did has had its effect."""
        if self._city.telegram.updates_waiting:
            await self._killed_now_and_then()
        await self._city.comes_to_rest(patience=PATIENCE)

    async def _killed_now_and_then(self) -> None:
        self._push += 1
        if self._push not in self._at_pushes:
            return
        await asyncio.sleep(self._chance.uniform(0, SOON))
        await self.stop()
        self.kills += 1
        await self._start()

    async def _start(self) -> None:
        settings = self._city.settings
        environment = {
            "STEGET_TELEGRAM_TOKEN": TOKEN,
            "STEGET_TELEGRAM_API": settings.telegram_api,
            "STEGET_DATABASE_URL": settings.database_url,
            "STEGET_RATE": "1000",
            "STEGET_RATE_CHAT": "100",
            "STEGET_CITY": settings.city,
            "STEGET_CONTACT": settings.contact,
        }
        files = (str(self._folder / "clock"), str(self._folder / "done"))
        self._process = await forged("tests.year.bot", *files, folder=self._folder, **environment)
        self._ending = asyncio.create_task(self._process.ends())  # reads what it logs: a full pipe would stop it

    async def _done_by(self, at: datetime) -> None:
        async with asyncio.timeout(PATIENCE):
            while self._done.now() < at:
                assert self._ending is not None
                assert not self._ending.done(), "it ended by itself"
                await asyncio.sleep(0.01)
