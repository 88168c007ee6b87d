"""A bot on SQLite is light: what most days need nothing of is loaded by whoever needs it first."""

import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.empty_database import EmptyFile
from tests.faults.process import Outside, outside_city

HEAVY = {"alembic", "holidays", "icalendar", "psycopg", "python_calamine", "segno", "typst", "uvicorn", "xlsxwriter"}
MOST_MEGABYTES = 115


@pytest.fixture
async def outside(tmp_path: Path, empty_file: Path) -> AsyncIterator[Outside]:
    async with outside_city(tmp_path, EmptyFile(empty_file)) as city:
        yield city


async def test_an_ordinary_turn_loads_nothing_heavy(outside: Outside) -> None:
    outside.bot.tell_what_is_loaded()
    await turn(outside)
    await outside.bot.kill()
    assert "sqlalchemy.ext.asyncio" in outside.bot.loaded
    assert not {module.partition(".")[0] for module in outside.bot.loaded} & HEAVY


@pytest.mark.skipif(sys.platform != "linux", reason="other systems don't tell how much memory a process holds")
async def test_an_idle_bot_is_small(outside: Outside, figure: Callable[[str], None]) -> None:
    await turn(outside)
    megabytes = outside.bot.megabytes
    figure(f"{megabytes:.0f} MB after {outside.bot.processor_seconds:.1f} s of processor time from its start")
    assert megabytes <= MOST_MEGABYTES


async def turn(outside: Outside) -> None:
    """Mira writes, is asked, and answers."""
    mira = outside.city.maleri
    mira.phone.says("/rapportera")
    await outside.bot.start()
    await outside.until_handled(1)
    mira.phone.says("1")
    await outside.until_handled(2)
    await outside.settled()
