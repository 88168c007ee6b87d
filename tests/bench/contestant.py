"""A bot that is measured: a process of its own, with a stand-in for Telegram to itself."""

import asyncio
import contextlib
import os
import signal
import time
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.api_server import ApiServer
from tests.bench.person import Person, Turn

PATIENCE = 60.0
"""Seconds; a busy machine takes long to start a process."""

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
FIRST_TELEGRAM_ID = 1_000_001


@dataclass
class Contestant:
    """A running bot, and the people who talk to it.

    Attributes:
        name: What the tables call it.
        api: Its Telegram.
        people: Who talks to it.
        processes: The bot; more than one only where several share a database.
    """

    name: str
    api: ApiServer
    people: list[Person]
    processes: list[Process] = field(default_factory=list)

    @property
    def processor_seconds(self) -> float:
        """What the bot has used so far, all its threads together, in user and system time."""
        return sum(_ticks(process.pid) for process in self.processes) / TICKS_A_SECOND

    @property
    def megabytes(self) -> float:
        """How much memory the bot holds now."""
        return sum(_resident_kilobytes(process.pid) for process in self.processes) / 1024

    @property
    def answers(self) -> int:
        """How many answers its people have had."""
        return sum(len(person.waits) for person in self.people)

    def signal(self, which: signal.Signals) -> None:
        """Tell the bot's processes something."""
        for process in self.processes:
            process.send_signal(which)

    async def come_to_rest(self) -> None:
        """Wait until nobody awaits an answer. Fails with what was said last where one doesn't come."""
        ends = time.monotonic() + PATIENCE
        while waiting := [person for person in self.people if person.waiting_for]:
            somebody = waiting[0]
            assert time.monotonic() < ends, f"{self.name}: no {somebody.waiting_for}, but {somebody.last_seen!r}"
            assert all(process.returncode is None for process in self.processes), f"{self.name} has ended by itself"
            await asyncio.sleep(0.01)


@dataclass(frozen=True)
class Entry:
    """A bot that may be started.

    Attributes:
        name: What the tables call it.
        command: What starts it; `{api}` is its Telegram's address, here and in the environment.
        environment: Its settings.
        turns: What people say to it.
        processes: How many of it share the work.
    """

    name: str
    command: Sequence[str]
    environment: dict[str, str]
    turns: Sequence[Turn]
    processes: int = 1

    @asynccontextmanager
    async def running(self, folder: Path, *, people: int, is_awaited: bool = False) -> AsyncIterator[Contestant]:
        """The bot, started and listening; its logs are in the folder. Where it is awaited, somebody has written."""
        api = ApiServer()
        async with api.serving():
            everyone = [Person(api, FIRST_TELEGRAM_ID + number, self.turns) for number in range(people)]
            contestant = Contestant(self.name, api, everyone)
            if is_awaited:
                everyone[0].take(1)
            try:
                for number in range(self.processes):
                    contestant.processes.append(await self._started(api, folder / f"{self.name}-{number}.log"))
                await _listens(contestant)
                yield contestant
            finally:
                await asyncio.gather(*map(_ended, contestant.processes))

    async def _started(self, api: ApiServer, log: Path) -> Process:
        words = [word.replace("{api}", api.address) for word in self.command]
        values = {name: value.replace("{api}", api.address) for name, value in self.environment.items()}
        path = {"PATH": os.environ["PATH"]}
        with log.open("wb") as errors:
            return await asyncio.create_subprocess_exec(
                *words, cwd=log.parent, env=path | values, stdout=DEVNULL, stderr=errors
            )


async def _listens(contestant: Contestant) -> None:
    async with asyncio.timeout(PATIENCE):
        while "getUpdates" not in contestant.api.calls:
            assert all(process.returncode is None for process in contestant.processes), f"{contestant.name} has ended"
            await asyncio.sleep(0.01)


async def _ended(process: Process) -> None:
    """In good order if it will, or else at once; never left behind."""
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(10):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])


def _resident_kilobytes(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
