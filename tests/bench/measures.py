"""What people and the operator wait for, measured on the real program: each a few seconds of work."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles

from storage import migration
from tests.chat import Chat
from tests.city import City, a_city
from tests.cluster import a_cluster
from tests.empty_database import EmptyDatabase, EmptyFile, EmptyTemplate
from tests.importing.meanwhile import is_begun, longest_wait, many, until
from tests.importing.sheets import hands_over
from tests.scale.conftest import Filled, a_stopped_city
from tests.scale.crowd import move_in
from tests.scale.size import A_SUPPLIERS, CITY, COUNTRY, FEW

REPORTS = 8
ROUNDS = 15
CONTRACTS = 1_500
MANY_CONTRACTS = 4_999
"""As many as a file may have."""

LOOK_EVERY = 0.001
ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Figure:
    """One measured thing, as a line of the table."""

    what: str
    database: str
    figure: str


@dataclass(frozen=True)
class Place:
    """A kind of database, with room for new ones."""

    name: str
    empty: EmptyDatabase
    folder: Path

    def filled(self, name: str) -> Filled:
        """A database with a crowd in it: few, or as many as that kind of database is for."""
        folder = self.folder / name
        folder.mkdir()
        crowd = FEW if name == "few" else CITY if self.name == "SQLite" else COUNTRY
        url = self.empty.copied(folder)
        move_in(url, crowd)
        return Filled(url, crowd)


@asynccontextmanager
async def both(folder: Path) -> AsyncIterator[list[Place]]:
    """SQLite and PostgreSQL."""
    file = folder / "empty.sqlite"
    migration.upgrade(f"sqlite:///{file}")
    on_sqlite, on_postgresql = folder / "sqlite", folder / "postgresql"
    on_sqlite.mkdir()
    on_postgresql.mkdir()
    with a_cluster(folder) as cluster:
        yield [
            Place("SQLite", EmptyFile(file), on_sqlite),
            Place("PostgreSQL", EmptyTemplate(cluster), on_postgresql),
        ]


async def turn(place: Place) -> Figure:
    """From a person's answer in a form to the bot's next question on their phone."""
    folder = place.folder / "turn"
    folder.mkdir()
    async with a_city(folder, place.empty) as city:
        times = [seconds for _ in range(REPORTS) for seconds in await _a_report(city.maleri)]
    slowest = quantiles(times, n=20)[-1]
    said = f"{_ms(median(times))}, 19 of 20 within {_ms(slowest)}"
    return Figure("a turn of conversation, from the answer to the next question", place.name, said)


async def tick(place: Place) -> Figure:
    """The clock with nothing due."""
    many = place.filled("many")
    async with a_stopped_city(many) as city:
        await city.program.tick()
        times = [await _seconds(city.program.tick) for _ in range(ROUNDS)]
    what = f"a tick with nothing due, {many.crowd.obligations:,} obligations to come"
    return Figure(what, place.name, _ms(median(times)))


async def start(place: Place) -> Figure:
    """From the start of the program to its answer to somebody who wrote before."""
    async with a_stopped_city(place.filled("few")) as city:
        kim = city.somebody(A_SUPPLIERS)
        times = [await _first_answer(city, kim) for _ in range(5)]
    return Figure("the first answer after the program's start", place.name, _ms(median(times)))


async def import_contracts(place: Place) -> Figure | None:
    """`steget import` with a new city's contracts; None while there is no such command."""
    if find_spec("bot.commands.import_") is None:
        return None
    folder = place.folder / "import"
    folder.mkdir()
    url = place.empty.copied(folder)
    sheet = folder / "contracts.csv"
    lines = [f"Företag {number % 1000} AB;UH-2027-{number};Avtal {number};2027-01-04" for number in range(CONTRACTS)]
    sheet.write_text("\n".join(["Leverantör;Diarienummer;Avtal;Start", *lines]), encoding="utf-8")
    command = [sys.executable, "-m", "bot", "import", str(sheet), "--yes"]
    environment = os.environ | {"STEGET_DATABASE_URL": url, "PYTHONPATH": str(ROOT)}

    async def run() -> None:
        await asyncio.to_thread(subprocess.run, command, cwd=folder, env=environment, check=True, capture_output=True)

    return Figure(f"import of {CONTRACTS:,} contracts", place.name, f"{await _seconds(run):.1f} s")


async def wait_for_import(place: Place) -> Figure:
    """How long somebody waits for an answer, at most, while another has a file taken in."""
    folder = place.folder / "wait"
    folder.mkdir()
    async with a_city(folder, place.empty) as city:
        await hands_over(city.coordinator, many(MANY_CONTRACTS, from_day=date(2026, 12, 1)))
        city.coordinator.phone.presses_button("Ta in alla")
        await until(lambda: city.asks(is_begun))
        longest = await longest_wait(city, city.maleri)
        await city.settled()
    what = f"the longest wait for an answer while {MANY_CONTRACTS:,} contracts are taken in for another"
    return Figure(what, place.name, _ms(longest))


async def _a_report(chat: Chat) -> list[float]:
    await chat.says("/rapportera")
    times = [await _seconds(partial(_answered, chat, answer)) for answer in ("1", "1", "2", "Centrum", "2")]
    for answer in ("2", "1"):
        await chat.says(answer)
    return times


async def _answered(chat: Chat, said: str) -> None:
    before = chat.last.message_id
    chat.phone.says(said)
    while chat.last.message_id == before:
        await asyncio.sleep(LOOK_EVERY)


async def _first_answer(city: City, kim: Chat) -> float:
    before = len(kim.received)
    kim.phone.says("/hjalp")

    async def begin() -> None:
        await city.restart()
        while len(kim.received) == before:
            await asyncio.sleep(LOOK_EVERY)

    seconds = await _seconds(begin)
    await city.settled()
    await city.stop()
    return seconds


async def _seconds(act: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await act()
    return time.perf_counter() - began


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"
