"""A long table is read and written in slices: little of it lies in memory, and nobody waits for it."""

import asyncio
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from domain.export import Export, FileFormat
from handlers.files.making import GivenUpError, make
from messages.files import workbook
from messages.files.cells import Reader
from messages.files.writing import written
from storage.database import Database
from storage.files.part import SLICE
from tests.files.kept import AT, fill
from tests.files.opened import KARIN, made, tabs

MANY = 10_000
MOST_WORK, LONGEST_WAIT = 30.0, 0.5
"""Seconds of the processor, ten times what it takes; and for which others wait, on a machine that is busy with more."""
ROOM = 200_000
"""Bytes; five slices are three times as much as they are written."""
WORDS = "Praktikplats · Måleri · 1 plats · Centrum · från 30 nov. Tar du den? " * 4
COPY = """
    INSERT INTO outbox (dedup_key, chat_id, person_id, method, content, lane, ring, queued_at, due_at, state, attempts,
        possible_copies, rendered, sent_at)
    WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < :many)
    SELECT 'more:' || i, chat_id, person_id, method, content, lane, ring, queued_at, due_at, state, attempts,
        possible_copies, :words || i, sent_at
    FROM number, (SELECT * FROM outbox WHERE dedup_key = 'a') AS first
"""


@pytest.fixture
async def long_log(database: Database) -> Database:
    """A database in which ten thousand messages were sent."""
    async with database.write() as session:
        await fill(session)
        await session.execute(sql(COPY), {"many": MANY, "words": WORDS})
    return database


@pytest.mark.parametrize("empty_database", ["sqlite"], indirect=True)
async def test_ten_thousand_rows_are_written_beside_all_else(
    long_log: Database, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    waited = list[float]()

    async def lives_on() -> None:
        while True:
            asked = time.monotonic()
            await asyncio.sleep(0)
            waited.append(time.monotonic() - asked)
            await asyncio.sleep(0.01)

    living = asyncio.create_task(lives_on())
    began, worked = time.monotonic(), time.process_time()
    async with long_log.read() as session:
        await make(session, [Export.MESSAGES], FileFormat.XLSX, KARIN, tmp_path / "a.xlsx", leaves_room=True)
    took, worked = time.monotonic() - began, time.process_time() - worked
    living.cancel()
    waited.sort()
    longest = waited[-1] * 1000
    figure(f"{MANY} messages in {took:.1f} s, {worked:.1f} s of work; others waited {longest:.0f} ms at most")
    assert worked < MOST_WORK
    assert waited[int(len(waited) * 0.95)] < LONGEST_WAIT
    rows = tabs((tmp_path / "a.xlsx").read_bytes())["Messages sent"]
    assert [row["Message no."] for row in rows[7:]] == list(
        range(int(rows[7]["Message no."]), int(rows[7]["Message no."]) + MANY)
    )
    assert rows[-1]["Words"] == f"{WORDS}{MANY}"


def test_however_many_rows_there_are_few_lie_in_memory(tmp_path: Path) -> None:
    peaks = [peak_of(slices, tmp_path / f"{slices}.xlsx") for slices in (1, 5)]
    assert peaks[1] < peaks[0] + ROOM


def peak_of(slices: int, path: Path) -> int:
    """Bytes that writing so many slices of messages takes at most."""
    row = (1, None, "Mira Holm", "supplier", None, {"template": "everyone_not_found"}, AT, "sent", True, AT, WORDS)
    tracemalloc.start()
    file = written(path, FileFormat.XLSX, KARIN)
    file.begin(Export.MESSAGES)
    for _ in range(slices):
        file.add([row] * SLICE)
    file.close()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("empty_database", ["sqlite"], indirect=True)
async def test_it_is_given_up_where_it_is_not_to_go_on(long_log: Database, tmp_path: Path) -> None:
    asked = 0

    def twice() -> bool:
        nonlocal asked
        asked += 1
        return asked < 3

    async with long_log.read() as session:
        with pytest.raises(GivenUpError):
            await make(session, [Export.MESSAGES], FileFormat.CSV, KARIN, tmp_path / "a.csv", go_on=twice)
    assert asked == 3


async def test_both_databases_read_on_from_where_a_slice_ended(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.files.part.SLICE", 1)
    async with database.write() as session:
        await fill(session)
    found = tabs(await made(database, tmp_path / "a.xlsx", tuple(Export), FileFormat.XLSX))
    assert {name: len(rows) for name, rows in found.items()} == {
        "Contracts": 1,
        "Obligations": 2,
        "Meetings": 2,
        "Attendance at meetings": 4,
        "Slots": 1,
        "Placements": 2,
        "Evaluations": 3,
        "Contacts": 3,
        "Messages sent": 7,
    }


def test_a_table_longer_than_a_sheet_goes_on_on_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    file = written(tmp_path / "a.xlsx", FileFormat.XLSX, Reader(KARIN.language, KARIN.zone))
    file.begin(Export.CONTACTS)
    file.add([(str(number), "", None, None, None, 0, False, None, None) for number in range(5)])
    file.close()
    found = tabs((tmp_path / "a.xlsx").read_bytes())
    assert {name: [row["Contact"] for row in rows] for name, rows in found.items()} == {
        "Contacts": ["0", "1"],
        "Contacts 2": ["2", "3"],
        "Contacts 3": ["4"],
    }
