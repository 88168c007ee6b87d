"""A bot on SQLite is light: what most days need nothing of is loaded by whoever needs it first."""

import asyncio
import os
import re
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.empty_database import EmptyFile
from tests.faults.process import AS_IT_IS, Outside, outside_city
from tests.forged import ROOT

HEAVY = {
    "PIL",
    "alembic",
    "holidays",
    "icalendar",
    "asyncpg",
    "python_calamine",
    "segno",
    "sse_starlette",
    "starlette",
    "stdnum",
    "tomllib",
    "typst",
    "uvicorn",
    "xlsxwriter",
}
MOST_MODULES = 1_970
"""To load one takes half a millisecond on the average, whoever it is by, and forty kilobytes: 1,947 are loaded. A house
that needs more says so here."""
MOST_MEGABYTES = 114
"""Of a bot that has just been talked to: it holds 108 after a city's working hours, and some more in them. What takes
it, and what is wished for, stands in docs/decisions/0047."""

LOG = "log"


@pytest.fixture
async def outside(tmp_path: Path, empty_file: Path) -> AsyncIterator[Outside]:
    async with outside_city(tmp_path, EmptyFile(empty_file), module=AS_IT_IS) as city:
        yield city


async def test_an_ordinary_turn_loads_nothing_heavy(outside: Outside) -> None:
    async with after_a_turn(outside, "-X", "importtime"):
        pass
    told = (outside.bot.folder / LOG).read_text(encoding="utf-8")
    loaded = set(re.findall(r"^import time:.*\| +(\S+)$", told, re.MULTILINE))
    assert "sqlalchemy.ext.asyncio" in loaded
    parts = Counter(module.partition(".")[0] for module in loaded)
    assert not parts.keys() & HEAVY
    assert parts.total() <= MOST_MODULES, parts.most_common(20)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems don't tell how much memory a process holds")
async def test_an_idle_bot_is_small(outside: Outside, figure: Callable[[str], None]) -> None:
    async with after_a_turn(outside) as process:
        megabytes, seconds = held_by(process), used_by(process)
    figure(f"{megabytes:.0f} MB after {seconds:.1f} s of processor time from its start")
    assert megabytes <= MOST_MEGABYTES


@asynccontextmanager
async def after_a_turn(outside: Outside, *options: str) -> AsyncIterator[Process]:
    """A process that has imported nothing before, once Mira has written, was asked, and has answered."""
    mira = outside.city.maleri
    mira.phone.says("/rapportera")
    with (outside.bot.folder / LOG).open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, *options, "-m", "tests.as_installed", "run"),
            cwd=outside.bot.folder,
            env=outside.bot.environment | {"PYTHONPATH": str(ROOT)},
            stderr=log,
        )
    try:
        await outside.until_handled(1)
        mira.phone.says("1")
        await outside.until_handled(2)
        await outside.settled()
        yield process
    finally:
        process.kill()
        await process.wait()


def held_by(process: Process) -> float:
    """Megabytes of memory."""
    pages = Path(f"/proc/{process.pid}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def used_by(process: Process) -> float:
    """Seconds for which it has kept a processor busy."""
    told = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
