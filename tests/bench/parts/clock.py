"""Clock: Steget's tick beside APScheduler's own SQLAlchemy job store, each with its reminders in a SQLite file.

What the job store does when a thousand fall due is to run an empty function; Steget writes down who is to hear what.
"""

import asyncio
import shutil
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.schedule import Schedule
from handlers.obligations.ladder import duties
from storage import migration
from tests.bench import job_store
from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread, beside
from tests.scale.conftest import Filled, a_stopped_city
from tests.scale.crowd import make_due, move_in
from tests.scale.size import Crowd

DUE = 1_000
OURS, THEIRS = "Steget's tick", "APScheduler's SQLAlchemy job store"

Seen = list[tuple[float, float]]
"""Seconds with nothing due, and with a thousand; of each round."""


async def measured(effort: Effort) -> list[Figure]:
    crowd = Crowd(suppliers=1_000, contracts=1_500, obligations=effort.reminders)
    city, jobs = effort.folder / "reminders.sqlite", effort.folder / "jobs.sqlite"
    await asyncio.to_thread(_fill, city, jobs, crowd)
    ours: Seen = []
    theirs: Seen = []
    for _ in range(effort.rounds):
        ours.append(await _ticks(_copied(city), crowd))
        theirs.append(await asyncio.to_thread(_looks, _copied(jobs)))
    return [figure for who, seen in ((OURS, ours), (THEIRS, theirs)) for figure in _figures(who, seen, theirs, effort)]


def _fill(city: Path, jobs: Path, crowd: Crowd) -> None:
    migration.upgrade(f"sqlite:///{city}")
    move_in(f"sqlite:///{city}", crowd)
    job_store.fill(jobs, reminders=crowd.obligations, due=DUE)


def _copied(file: Path) -> Path:
    copy = file.with_name(f"copy-of-{file.name}")
    for beside_it in file.parent.glob(f"{copy.name}*"):
        beside_it.unlink()
    shutil.copy(file, copy)
    return copy


async def _ticks(file: Path, crowd: Crowd) -> tuple[float, float]:
    filled = Filled(f"sqlite:///{file}", crowd)
    async with a_stopped_city(filled) as city:
        await city.program.tick()
        nothing = await _seconds(city.program.tick)
        make_due(filled.url, DUE, due_on="2026-12-04", at="2026-11-20 07:00:00.000000")
        climbing = Schedule(city.database, city.clock, city.program.city, (duties.climb,))
        return nothing, await _seconds(climbing.tick)


def _looks(file: Path) -> tuple[float, float]:
    return job_store.seconds_with_nothing_due(file), job_store.seconds_for_all_due(file, due=DUE)


async def _seconds(act: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await act()
    return time.perf_counter() - began


def _figures(who: str, mine: Seen, theirs: Seen, effort: Effort) -> list[Figure]:
    figures = []
    for place, due in enumerate(("nothing due", f"{DUE:,} due at once")):
        here, there = ([1000 * each[place] for each in seen] for seen in (mine, theirs))
        ratio = None if mine is theirs else beside(here, there, THEIRS)
        figures.append(Figure(f"{effort.reminders:,} reminders, {due}", who, Spread.of(here), " ms", ratio))
    return figures
