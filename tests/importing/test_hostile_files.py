"""Files that are made to do harm, or that are simply something else: refused in seconds, in bounded memory."""

import io
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from domain.contract_sheet import MOST_BYTES, Refusal
from handlers.importing import sandbox
from handlers.importing.contract_sort import CONTRACTS
from handlers.importing.list_in_file import list_in
from handlers.importing.reading import ENCRYPTED_PART
from handlers.importing.reading_apart import MOST_MEMORY
from handlers.importing.sheet import Formula, UnreadableError
from handlers.importing.workbook import OLD_OFFICE
from handlers.importing.workbook_parts import MOST_UNPACKED
from tests.importing.sheets import csv, xlsx

SECONDS = 8.0
"""On a machine that does much else at the same time."""

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)


def with_sheet(xml: bytes | str, *, sheet: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A workbook with another part put in place of the sheet."""
    return with_parts({sheet: xml})


def with_parts(parts: dict[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx(("x",)))) as original,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made,
    ):
        for name in original.namelist():
            made.writestr(name, parts.get(name, original.read(name)))
        for name in parts.keys() - set(original.namelist()):
            made.writestr(name, parts[name])
    return file.getvalue()


def lying(content: bytes) -> bytes:
    """The same file, which declares its largest part to be small."""
    size = max(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
    return content.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def rows(count: int) -> str:
    return "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, count + 1))


BOMB = MOST_UNPACKED + 1_000_000
CORNERS = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
WIDE = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'

HOSTILE: dict[str, tuple[Callable[[], bytes], set[Refusal]]] = {
    "a zip bomb": (lambda: with_sheet(b" " * BOMB), {Refusal.TOO_LARGE}),
    "a zip bomb in another part": (lambda: with_parts({"xl/sharedStrings.xml": b" " * BOMB}), {Refusal.TOO_LARGE}),
    "a zip bomb that lies": (lambda: lying(with_sheet(b" " * BOMB)), {Refusal.TOO_LARGE, Refusal.BROKEN}),
    "another that lies": (
        lambda: lying(with_parts({"xl/sharedStrings.xml": b" " * BOMB})),
        {Refusal.TOO_LARGE, Refusal.BROKEN},
    ),
    "entities without end": (lambda: with_sheet(LAUGHS + SHEET.format("&m;")), {Refusal.BROKEN}),
    "200,000 rows": (lambda: with_sheet(SHEET.format(rows(200_000))), {Refusal.TOO_MANY_ROWS}),
    "200,000 rows of text": (lambda: csv(*["x;y;z"] * 200_000), {Refusal.TOO_MANY_ROWS}),
    "two cells far apart": (lambda: with_sheet(SHEET.format(CORNERS)), {Refusal.TOO_MANY_ROWS}),
    "a wide row": (lambda: with_sheet(SHEET.format(WIDE)), {Refusal.TOO_MANY_COLUMNS}),
    "a wide row of text": (lambda: b";" * 4_000_000 + b"x", {Refusal.TOO_MANY_COLUMNS}),
    "an endless cell": (lambda: csv('"' + "x" * 4_000_000), {Refusal.BROKEN}),
    "too many bytes": (lambda: b"x;" * MOST_BYTES, {Refusal.TOO_LARGE}),
    "a PDF": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {Refusal.PDF}),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0", {Refusal.WRONG_TYPE}),
    "a program": (lambda: b"\x7fELF\0\0\0", {Refusal.WRONG_TYPE}),
    "a text document": (lambda: with_other_zip("word/document.xml"), {Refusal.WRONG_TYPE}),
    "an old workbook": (lambda: OLD_OFFICE + b"\0" * 512, {Refusal.OLD_EXCEL}),
    "a workbook with a password": (lambda: OLD_OFFICE + b"\0" * 512 + ENCRYPTED_PART, {Refusal.ENCRYPTED}),
    "half a workbook": (lambda: xlsx(("x",))[:2000], {Refusal.BROKEN}),
    "broken XML": (lambda: with_sheet("<worksheet><sheetData>"), {Refusal.BROKEN}),
    "a cell in no place": (lambda: with_sheet(SHEET.format('<row r="1"><c r="?"/></row>')), {Refusal.BROKEN}),
    "nothing": (lambda: b"", {Refusal.EMPTY}),
}


def with_other_zip(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(("make", "refusals"), HOSTILE.values(), ids=HOSTILE)
async def test_a_hostile_file_is_refused_in_seconds_and_says_why(
    make: Callable[[], bytes], refusals: set[Refusal]
) -> None:
    content = make()
    began_at = time.monotonic()
    assert await refusal_of(content) in refusals
    assert time.monotonic() - began_at < SECONDS


async def refusal_of(content: bytes) -> Refusal | None:
    """Why a file, or all of its tabs, can't be read."""
    try:
        tabs = await sandbox.read(content)
    except UnreadableError as error:
        return error.refusal
    found = list_in(tabs, CONTRACTS)
    return found if isinstance(found, Refusal) else None


async def test_a_formula_is_never_worked_out_nor_its_result_believed() -> None:
    cell = '<c r="A2"><f>HYPERLINK("http://x.example")</f><v>4711</v></c>'
    content = with_sheet(SHEET.format(f'<row r="1"><c r="A1"><v>1</v></c></row><row r="2">{cell}</row>'))
    assert [row.cells for row in (await sandbox.read(content))[0].rows] == [(1.0,), (Formula(),)]


async def test_a_cell_without_a_place_stands_right_of_the_one_before() -> None:
    content = with_sheet(SHEET.format("<row><c><v>1</v></c><c><f>1+1</f><v>2</v></c></row>"))
    assert [row.cells for row in (await sandbox.read(content))[0].rows] == [(1.0, Formula())]


async def test_the_reader_has_nothing_worth_stealing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEGET_TELEGRAM_TOKEN", "4711:secret")
    seen: dict[str, Any] = {}
    run = subprocess.run

    def watching(*arguments: Any, **options: Any) -> Any:
        seen.update(options)
        return run(*arguments, **options)

    monkeypatch.setattr(subprocess, "run", watching)
    await sandbox.read(b"a;b")
    assert "STEGET_TELEGRAM_TOKEN" in os.environ
    assert seen["env"].keys() == {"PYTHONPATH"}


GREEDY = """
from handlers.importing import reading, reading_apart
reading.tabs_of_file = lambda content: [] if bytearray(%d) else None
reading_apart.main()
"""


async def test_whatever_a_file_makes_the_reader_do_its_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_COMMAND", (sys.executable, "-P", "-c", GREEDY % 1_000_000))
    assert await sandbox.read(b"a;b") == []
    monkeypatch.setattr(sandbox, "_COMMAND", (sys.executable, "-P", "-c", GREEDY % MOST_MEMORY))
    with pytest.raises(UnreadableError) as raised:
        await sandbox.read(b"a;b")
    assert raised.value.refusal is Refusal.TOO_LARGE


async def test_a_file_that_fells_the_reader_does_not_fell_the_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    felled = "import os, sys; sys.stdin.read(); os.abort()"
    monkeypatch.setattr(sandbox, "_COMMAND", (sys.executable, "-P", "-c", felled))
    with pytest.raises(UnreadableError) as raised:
        await sandbox.read(b"a;b")
    assert raised.value.refusal is Refusal.BROKEN


async def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.01)
    with pytest.raises(UnreadableError) as raised:
        await sandbox.read(b"a;b")
    assert raised.value.refusal is Refusal.TOO_LARGE
