"""Each file, opened again by another library: every column has the value that the database has, by its type."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql

from domain.export import Export, FileFormat
from messages.files.columns import COLUMNS
from storage.database import Database
from tests.each import each
from tests.files.kept import fill
from tests.files.opened import KARIN, as_it_was, lines, made, tabs

NIGHT = datetime.fromisoformat("2026-11-24T00:30")
"""Half past eleven the evening before in UTC; what was written then belongs to that day of the city's."""

TODAY, COMPANY = NIGHT.date(), "Exempelmåleriet AB"

ROWS: dict[str, list[tuple[Any, ...]]] = {
    "Contracts": [
        (
            *("KS 2026/17", "Målning", COMPANY, "556016-0680", "Painting", "employment requirement"),
            *(date(2026, 12, 1), "", 4_000_000.0, "every quarter", "", "", "Mira Holm", "Målning", "no", NIGHT),
        )
    ],
    "Obligations": [
        (
            *(1.0, "KS 2026/17", COMPANY, "Number of places", "", "no", "Employment", 3.0, ""),
            *(date(2027, 6, 30), date(2027, 6, 30), "to be done", "", "", ""),
        ),
        (
            *(2.0, "KS 2026/17", COMPANY, "Agreed action", "Målning", "yes", "", "", ""),
            *(date(2027, 1, 4), date(2027, 1, 4), "not needed", NIGHT, "Karin Ek", "Målning"),
        ),
    ],
    "Meetings": [
        (
            *(1.0, "KS 2026/17", COMPANY, "Start-up meeting", "Held", NIGHT, 1.5, "Målning", "Karin Ek"),
            *(3.0, 2.0, "yes", "", "", "Målning", NIGHT, "Mira Holm"),
        ),
        (
            *(2.0, "KS 2026/17", COMPANY, "Dialogue meeting", "Planned", NIGHT, 0.75, "Stadshuset", "Karin Ek"),
            *(1.0, 0.0, "", "", "", "", "", ""),
        ),
    ],
    "Attendance at meetings": [
        (1.0, NIGHT, COMPANY, "Mira Holm", "contact person", "is coming", "", NIGHT, "yes"),
        (1.0, NIGHT, COMPANY, "Sam Dahl", "contact person", "can't come", "Målning", NIGHT, "no"),
        (1.0, NIGHT, COMPANY, "Anna Lind", "matcher", "", "", "", "yes"),
        (2.0, NIGHT, COMPANY, "Mira Holm", "contact person", "", "", "", ""),
    ],
    "Slots": [
        (
            *(1.0, COMPANY, "KS 2026/17", "Internship", "Painting", 2.0, "Målning", "Målning", "Målning"),
            *(date(2026, 12, 1), date(2027, 3, 1), "", "Taken", NIGHT, "Mira Holm", NIGHT, "Anna Lind"),
            *("", "", "Målning", "", ""),
        )
    ],
    "Placements": [
        (
            *(code, 1.0, COMPANY, "KS 2026/17", "Internship", "Ended early", TODAY),
            *(date(2026, 12, 1), date(2027, 3, 1), date(2026, 12, 2), date(2027, 1, 15)),
        )
        for code in ("BCDF6789", "KRTZ2345")
    ],
    "Evaluations": [
        ("", 1.0, "contact person", TODAY, TODAY, "", "", "", "", "", "", "", "Partly"),
        ("KRTZ2345", "", "contact person", TODAY, TODAY, "Maybe", "Partly", "", "Yes", "", "", "", ""),
        ("BCDF6789", "", "contact person", TODAY, TODAY, "Maybe", "Partly", "", "Yes", "", "", "", ""),
    ],
    "Contacts": [
        ("Mira Holm", COMPANY, "556016-0680", "+46 40 12 34 56", "", 1.0, "yes", NIGHT, NIGHT),
        ("Målning", COMPANY, "556016-0680", "", "borta@exempel.se", 1.0, "no", "", NIGHT),
        ("Sam Dahl", COMPANY, "556016-0680", "040-55 55 55", "", 0.0, "yes", NIGHT, ""),
    ],
    "Messages sent": [
        (1.0, "", "Mira Holm", "contact person", COMPANY, "everyone_not_found", NIGHT, "Sent", "yes", NIGHT, "Målning"),
        (
            2.0,
            1.0,
            "Mira Holm",
            "contact person",
            COMPANY,
            "everyone_not_found",
            NIGHT,
            "Sent",
            "yes",
            NIGHT,
            "Målning",
        ),
        (3.0, "", "Anna Lind", "matcher", "", "matcher_outcome_asked", NIGHT, "Sent", "yes", NIGHT, ""),
        (4.0, "", "Anna Lind", "matcher", "", "matcher_wish_gone", NIGHT, "Sent", "yes", NIGHT, ""),
        (5.0, "", "Anna Lind", "matcher", "", "matcher_slot_reported", NIGHT, "Sent", "yes", NIGHT, ""),
        (6.0, "", "Anna Lind", "matcher", "", "of_earlier_code", NIGHT, "Sent", "yes", NIGHT, ""),
        (7.0, "", "", "", "", "stranger_how_to_get_in", NIGHT, "Could not be sent", "no", "", ""),
    ],
}
"""By hand from `tests/files/kept.py`: all that a workbook holds of it, a row each, in the order of the columns."""


async def test_every_column_of_every_file_has_what_the_database_has(
    database: Database, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    async with database.write() as session:
        await fill(session)
    found = tabs(await made(database, tmp_path / "all.xlsx", tuple(Export), FileFormat.XLSX))
    assert list(found) == list(ROWS)
    for name, rows in ROWS.items():
        with each(subtests, name):
            assert [tuple(row.values()) for row in found[name]] == rows
    for export, (name, rows) in zip(Export, ROWS.items(), strict=True):
        with each(subtests, f"{name}, CSV"):
            written = lines(await made(database, tmp_path / f"{export}.csv", [export], FileFormat.CSV))
            assert [tuple(map(as_it_was, row.values())) for row in written] == [in_swedish_ways(row) for row in rows]
    async with database.read() as session:
        for name, table in COUNTED.items():
            with each(subtests, f"as many as there are: {name}"):
                assert await session.scalar(sql(f"SELECT count(*) FROM {table}")) == len(found[name])


COUNTED = {
    "Contracts": "contract",
    "Obligations": "obligation",
    "Meetings": "meeting",
    "Attendance at meetings": "attendee",
    "Slots": "slot",
    "Placements": "placement",
    "Evaluations": "evaluation WHERE next_at IS NULL",
    "Messages sent": "outbox WHERE method <> 'setMyCommands'",
}


def in_swedish_ways(row: Sequence[Any]) -> tuple[str, ...]:
    """The same values as CSV has them: decimals behind a comma, days and times as ISO 8601 writes them."""
    return tuple(_in_swedish_ways(value) for value in row)


def _in_swedish_ways(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",") if value != 4_000_000 else "4000000"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return str(value)


async def test_in_an_empty_city_each_file_has_its_headings_alone(database: Database, tmp_path: Path) -> None:
    found = tabs(await made(database, tmp_path / "all.xlsx", tuple(Export), FileFormat.XLSX))
    assert found == {name: [] for name in ROWS}
    csv = await made(database, tmp_path / "contracts.csv", [Export.CONTRACTS], FileFormat.CSV)
    assert csv.decode("utf-8-sig").count(";") == len(COLUMNS[Export.CONTRACTS]) - 1
    assert KARIN.language.value == "en"
