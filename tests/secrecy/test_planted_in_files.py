"""Of a resident whose wish, placements and outcome are known nothing stands in any file, in neither language."""

from pathlib import Path

import pytest

from domain.export import Export, FileFormat
from domain.language import Language
from messages.files.cells import Reader
from messages.files.columns import COLUMNS
from messages.label import wordings
from storage.database import Database
from tests.each import each
from tests.files.kept import fill
from tests.files.opened import KARIN, lines, made, tabs

TELL_OF_RESIDENT = (
    "wish",
    "outcome",
    "end_reason",
    "extent",
    "new_resident",
    "wants_to_know",
    "decline",
    "matcher",
    "adaptation",
    "licence",
)
"""What is kept of a resident's way beyond a code, how it stands and its days, by how its columns are named."""


async def everything(database: Database, folder: Path, language: Language) -> str:
    """Every value in every file, of both sorts."""
    reader = Reader(language, KARIN.zone)
    found = tabs(await made(database, folder / f"{language}.xlsx", tuple(Export), FileFormat.XLSX, reader))
    texts = [str(value) for rows in found.values() for row in rows for value in row.values()]
    for export in Export:
        written = lines(await made(database, folder / f"{export}-{language}.csv", [export], FileFormat.CSV, reader))
        texts += [value for row in written for value in row.values()]
    return "\n".join(texts)


async def test_no_file_tells_what_is_looked_for_what_became_of_somebody_or_that_two_are_one(
    database: Database, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    async with database.write() as session:
        await fill(session)
    for language in Language:
        words, told = wordings(language), await everything(database, tmp_path, language)
        planted = {
            "the wish's code": "WXYZ",
            "what became of them": words["became.studies"],
            "why it ended": words["end_reason.own_wish"],
            "what the workplace should be like": words["adaptation.quiet"],
            "words about them": "Studier, egen önskan",
            "who is named at the workplace": "Handledare Hemlig",
            "that person's phone": "070-111 22 33",
        }
        for what, text in planted.items():
            with each(subtests, f"{language}: {what}"):
                assert text not in told
        with each(subtests, f"{language}: the codes are there, each by itself"):
            rows = [row for row in told.split("\n") if "KRTZ2345" in row or "BCDF6789" in row]
            assert set(rows) == {"KRTZ2345", "BCDF6789"}


async def test_placements_stand_by_their_random_codes_and_not_as_they_were_made(
    database: Database, tmp_path: Path
) -> None:
    async with database.write() as session:
        await fill(session)
    for in_format, read in ((FileFormat.CSV, lines), (FileFormat.XLSX, lambda content: tabs(content)["Placements"])):
        content = await made(database, tmp_path / f"a.{in_format}", [Export.PLACEMENTS], in_format)
        assert [row["Placement"] for row in read(content)] == ["BCDF6789", "KRTZ2345"]


def test_no_column_is_made_for_more_than_code_status_and_days(subtests: pytest.Subtests) -> None:
    names = [column.name for column in COLUMNS[Export.PLACEMENTS]]
    assert names == [
        *("placement_code", "slot_number", "supplier", "registry_number", "slot_kind", "placement_status"),
        *("proposed_at", "starts_on", "ends_on", "begun_on", "ended_on"),
    ]
    for export, columns in COLUMNS.items():
        for column in columns:
            with each(subtests, f"{export}: {column.name}"):
                assert not any(part in column.name for part in TELL_OF_RESIDENT)
