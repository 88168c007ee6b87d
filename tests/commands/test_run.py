"""`steget run` says who it is and how it ended; `steget status` says so too, while it runs and afterwards."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.empty_database import EmptyDatabase
from tests.faults.process import AS_IT_IS, Outside, outside_city
from tests.forged import ROOT, forged

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
async def outside(tmp_path: Path, empty_database: EmptyDatabase) -> AsyncIterator[Outside]:
    async with outside_city(tmp_path, empty_database, module=AS_IT_IS) as running:
        yield running


async def status(outside: Outside, *words: str) -> str:
    asked = await forged("bot", "status", *words, folder=outside.bot.folder, **outside.bot.environment)
    said = ""
    while line := await asked.line():
        said += line
    assert asked.exit_code == 0, said
    return said


async def figures(outside: Outside) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(await status(outside, "--json"))
    return found


async def test_it_says_who_it_is_and_that_it_has_stopped_in_good_order(outside: Outside) -> None:
    before = await figures(outside)
    assert (before["running"], before["telegram_reached_at"]) == ([], None)
    await outside.bot.start()
    await outside.bot.says("It is @steget_demo_bot in Telegram, and fetches what people write (polling).")
    outside.city.maleri.phone.says("/hjalp")
    await outside.until(lambda: bool(outside.city.maleri.received))
    assert re.search(r"^Steget \S+ begins, for Exempelstad, with the database ", outside.bot.log, re.MULTILINE)
    assert len((await figures(outside))["running"]) == 1
    assert await outside.bot.kill(signal.SIGINT) == 0
    assert "Stopping: what is under way is finished" in outside.bot.log
    assert outside.bot.log.rstrip().endswith("what waits goes on at the next start.")
    after = await figures(outside)
    assert after["running"] == []
    assert after["telegram_reached_at"] is not None
    assert after["people"] == {"administrator": 0, "coordinator": 1, "matcher": 2, "supplier": 2, "reader": 0}
    assert after["messages_sent"] > 0
    said = await status(outside)
    assert re.search(
        r"^Telegram last reached +\d{4}-\d\d-\d\d \d\d:\d\d \(Europe/Stockholm\), \d+ \w+ ago$", said, re.MULTILINE
    )
    assert re.search(r"^runs +no\. Start it: \S+ -m bot run$", said, re.MULTILINE)


async def test_what_waits_is_told_with_its_age(outside: Outside) -> None:
    outside.city.maleri.phone.says("/hjalp")
    await outside.bot.start()
    await outside.until(lambda: bool(outside.city.maleri.received))
    await outside.bot.kill()
    async with outside.city.database.write() as session:
        await session.execute(text("UPDATE outbox SET state = 'queued'"))
    found = await figures(outside)
    assert found["messages_queued"] > 0
    assert found["oldest_waiting_at"] is not None
    assert re.search(r"^oldest waiting +\d{4}-.* ago$", await status(outside), re.MULTILINE)


STUBBORN = """
import asyncio, sys
from bot.commands.stopping import until_stopped

async def work():
    print("begun", flush=True)
    try:
        await asyncio.sleep(600)
    finally:
        await asyncio.shield(asyncio.sleep(600))

until_stopped(work(), stopping="stopping", stopped="stopped", at_once="at once", at_most=AT_MOST)
"""
"""What is under way won't end: Telegram, or a disk, doesn't answer."""


def stubborn(*, at_most: str) -> subprocess.Popen[str]:
    """A process that has begun, and has been asked to stop."""
    code = STUBBORN.replace("AT_MOST", at_most)
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    assert process.stderr.readline() == "stopping\n"
    return process


def test_asked_once_more_it_stops_at_once() -> None:
    process = stubborn(at_most="60.0")
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert (said, process.returncode) == ("at once\n", 130)


def test_asked_once_it_stops_after_a_while_whatever_is_under_way() -> None:
    process = stubborn(at_most="0.1")
    said = process.communicate(timeout=60)[1]
    assert (said, process.returncode) == ("at once\n", 130)
