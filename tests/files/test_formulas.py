"""Nothing that somebody has written is ever a formula in a file, and every text can be had as it was."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.export import Export, FileFormat
from messages.files.delimited import defused
from messages.files.workbook import NotWrittenError
from messages.files.writing import written
from storage.database import Database
from tests.each import each
from tests.files.kept import fill
from tests.files.opened import KARIN, as_it_was, lines, made, tabs

HOSTILE = (
    '=HYPERLINK("https://example.com/"&A1;"Klicka")',
    "=1+1",
    "+46 40 12 34 56",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\N{NO-BREAK SPACE}=1+1",
    "＝1＋1",
    "＠x",
    "'=1+1",
    "'",
    "''",
    "Målning; golv",
    'Kalla "måleriet"',
    "två\nrader\r\noch en till",
    "{=1+1}",
    "https://example.com/=1",
    "_x0041_",
    "<b>&amp;</b>",
    "\N{RIGHT-TO-LEFT OVERRIDE}xslx.",
    "🎨",
    "1,5",
    "TRUE",
    "007",
)
STARTS = tuple("=+-@\t\r\n＝＋－＠")


def file_of(texts: Sequence[str], path: Path, in_format: FileFormat) -> bytes:
    """A file in which every contact is called so."""
    file = written(path, in_format, KARIN)
    try:
        file.begin(Export.CONTACTS)
        file.add([(text, text, None, text, text, 1, True, None, None) for text in texts])
    finally:
        file.close()
    return path.read_bytes()


def test_in_a_workbook_every_text_is_a_text_and_as_it_was(tmp_path: Path, subtests: pytest.Subtests) -> None:
    content = file_of(HOSTILE, tmp_path / "a.xlsx", FileFormat.XLSX)
    with zipfile.ZipFile(BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert not [name for name in parts.namelist() if "hyperlink" in name.lower() or "rels/sheet" in name]
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    for text, row in zip(HOSTILE, tabs(content)["Contacts"], strict=True):
        with each(subtests, repr(text)):
            assert row["Contact"] == row["Phone"] == text


def test_in_csv_no_cell_begins_as_a_formula_and_the_way_back_leads_to_the_text(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    rows = lines(file_of(HOSTILE, tmp_path / "a.csv", FileFormat.CSV))
    for text, row in zip(HOSTILE, rows, strict=True):
        with each(subtests, repr(text)):
            assert not row["Contact"].lstrip(" \N{NO-BREAK SPACE}").startswith(STARTS)
            assert as_it_was(row["Contact"]) == as_it_was(row["Phone"]) == text


@given(st.text(alphabet=st.sampled_from("=+-@\t\r\n' ＝a;\"")))
def test_whatever_is_written_is_no_formula_and_comes_back(text: str) -> None:
    shown = defused(text)
    assert not shown.lstrip(" ").startswith(STARTS)
    assert as_it_was(shown) == text


@pytest.mark.parametrize("empty_database", ["sqlite"], indirect=True)
async def test_so_it_is_for_everything_that_people_write_in_a_city(
    database: Database, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    attack = '=HYPERLINK("https://example.com/")'
    async with database.write() as session:
        await fill(session, attack)
    for export in Export:
        if export is Export.EVALUATIONS or export is Export.PLACEMENTS:
            continue  # nobody can write anything into these
        with each(subtests, export):
            rows = lines(await made(database, tmp_path / f"{export}.csv", [export], FileFormat.CSV))
            told = [value for row in rows for value in row.values()]
            assert f"'{attack}" in told
            assert attack not in told


def test_a_text_that_no_cell_can_hold_is_an_error_and_no_gap(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError):
        file_of(["x" * 32_768], tmp_path / "a.xlsx", FileFormat.XLSX)
