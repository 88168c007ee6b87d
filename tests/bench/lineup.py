"""Who is measured beside whom."""

import asyncio
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from storage import migration
from tests.bench import conversations, residents
from tests.bench.contestant import Contestant, Entry
from tests.bench.person import Turn
from tests.city import TOKEN
from tests.cluster import a_cluster

ROOT = Path(__file__).parent.parent.parent
COMPETITORS = Path(__file__).parent / "competitors"
THEIR_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
FASTEST = {"STEGET_RATE": "10000", "STEGET_RATE_CHAT": "1000"}
"""Pacing is for Telegram's sake, and would hide what the bot itself can do."""

BARE = {
    "aiogram": ("aiogram_bot.py",),
    "ptb": ("ptb_bot.py", "1"),
    "ptb256": ("ptb_bot.py", "256"),
}
"""The competitors: the script, and how many updates it may handle at once where that is to be said."""

NAMES = {
    "aiogram": "aiogram echo",
    "ptb": "python-telegram-bot echo",
    "ptb256": "python-telegram-bot echo, 256 at once",
    "keeping": "an echo that keeps what it says, by Steget's libraries",
    "sqlite": "Steget on SQLite",
    "postgresql": "Steget on PostgreSQL",
}
"""As the tables call them."""

STEGET = ("sqlite", "postgresql")
EVERYBODY = (*BARE, "keeping", *STEGET)


@dataclass(frozen=True)
class Lineup:
    """Starts any bot by its name.

    Attributes:
        folder: For databases and logs.
        people: How many talk to each bot.
        turns: What they say to Steget; the others say it again.
        profile: Where Steget's profile is written, if at all: only of what is measured.
        pace: Steget's settings of how fast it may send.
        module: What starts Steget where no profile is wanted.
    """

    folder: Path
    people: int
    turns: Sequence[Turn] = conversations.MIXED
    profile: Path | None = None
    pace: Mapping[str, str] = field(default_factory=lambda: FASTEST)
    module: str = "tests.as_installed"

    @asynccontextmanager
    async def running(self, name: str, *, processes: int = 1) -> AsyncIterator[Contestant]:
        """The bot of that name, started."""
        async with (
            self.entered(name, processes=processes) as entry,
            entry.running(self.folder, people=self.people) as contestant,
        ):
            yield contestant

    @asynccontextmanager
    async def entered(self, name: str, *, processes: int = 1) -> AsyncIterator[Entry]:
        """The bot of that name, ready to be started; Steget with a database in which its people are in."""
        if name in BARE:
            yield _bare(name)
        elif name == "keeping":
            yield self._keeping(name)
        elif name == "sqlite":
            yield await self._steget(name, f"sqlite:///{self.folder / uuid4().hex}.sqlite", processes=1)
        else:
            with a_cluster(self.folder, is_durable=True) as cluster:
                yield await self._steget(name, cluster.url(cluster.lend()), processes=processes)

    def _keeping(self, name: str) -> Entry:
        command = [sys.executable, "-m", "tests.bench.keeping_echo", "{api}", f"sqlite:///{self.folder / name}.sqlite"]
        return Entry(name, command, {"PYTHONPATH": str(ROOT)}, conversations.ECHO)

    async def _steget(self, name: str, url: str, *, processes: int) -> Entry:
        await asyncio.to_thread(migration.upgrade, url)
        await residents.move_in(url, suppliers=self.people)
        program = ["tests.bench.profiled", str(self.profile.resolve())] if self.profile else [self.module]
        environment = {
            **self.pace,
            "PYTHONPATH": str(ROOT),
            "STEGET_TELEGRAM_TOKEN": TOKEN,
            "STEGET_TELEGRAM_API": "{api}",
            "STEGET_DATABASE_URL": url,
        }
        return Entry(name, [sys.executable, "-m", *program, "run"], environment, self.turns, processes)


def _bare(name: str) -> Entry:
    assert THEIR_PYTHON.exists(), "there is no .venv-bench yet: make .venv-bench/stamp"
    script, *words = BARE[name]
    command = [str(THEIR_PYTHON), str(COMPETITORS / script), "{api}", *words]
    return Entry(name, command, {}, conversations.ECHO)
