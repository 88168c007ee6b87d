"""The one table of columns: worded in both languages, read by the same names, and told in docs/export.md as it is."""

import re
from pathlib import Path

import pytest

from domain.export import Export
from domain.language import Language
from messages.files.cells import headings
from messages.files.columns import COLUMNS, MESSAGE_STATES, CellType
from messages.files.withheld import is_withheld
from messages.label import wordings
from messages.message import Message
from storage.files.reading import PARTS
from storage.outbox import OutboxState
from tests.each import each
from tests.messages.samples import variants

DOC = Path(__file__).parents[2] / "docs" / "export.md"
TEMPLATES = Path(__file__).parents[2] / "messages"

TYPES = {
    CellType.TEXT: "text",
    CellType.CHOICE: "one of a list",
    CellType.NUMBER: "whole number",
    CellType.DECIMAL: "decimal number",
    CellType.DAY: "day",
    CellType.MOMENT: "day and time",
    CellType.YES_NO: "ja/nej",
}


def test_each_column_and_each_choice_has_its_words_in_both_languages(subtests: pytest.Subtests) -> None:
    for language in Language:
        words = wordings(language)
        for export, columns in COLUMNS.items():
            with each(subtests, f"{language}, {export}"):
                told = headings(export, language)
                assert len(set(told)) == len(told), "two columns have one heading"
                assert len(words[f"export_file.{export}"]) <= 28
                for column in columns:
                    assert (column.type is CellType.CHOICE) == bool(column.choices)
                    for choice in column.choices:
                        assert words[f"{column.words}.{column.otherwise.get(choice, choice)}"]
        used = {f"export_column.{column.name}" for columns in COLUMNS.values() for column in columns}
        assert {key for key in words if key.startswith("export_column.")} == used


def test_what_is_read_stands_in_the_order_of_the_columns(subtests: pytest.Subtests) -> None:
    for export in Export:
        with each(subtests, export):
            for part in PARTS[export]:
                assert part.names == [column.name for column in COLUMNS[export]]


def test_a_message_can_be_in_no_other_state_than_is_worded() -> None:
    assert list(MESSAGE_STATES) == [state.value for state in OutboxState]


def test_no_message_that_tells_how_many_wishes_fit_stands_in_the_log() -> None:
    tells = re.compile(r"\.(fits|perhaps)\b|_slot_fits|_slots_joint")
    telling = {
        path.name.removesuffix(".html.j2")
        for path in TEMPLATES.glob("*/[!_]*.html.j2")
        if tells.search(path.read_text(encoding="utf-8"))
    }
    # The list of results tells what suppliers would do again, and perhaps.
    told = {name: [*variants(name, "Xyz")] for name in telling - {"everyone_results_shown"}}
    assert len(told) > 5
    assert [name for name, of in told.items() if not any(is_withheld(Message(each).content()) for each in of)] == []
    assert is_withheld({"template": "everyone_state_shown"})
    assert not is_withheld({"template": "supplier_slot_card"})


def test_the_doc_tells_the_same_columns() -> None:
    told = re.search(r"<!-- columns -->\n(.*)<!-- /columns -->", DOC.read_text(encoding="utf-8"), re.DOTALL)
    assert told is not None
    assert told[1] == documented()


def documented() -> str:
    """The tables as they should stand in the doc."""
    return "\n".join(_documented(export) for export in Export)


def _documented(export: Export) -> str:
    title = f"### `{export}`: {wordings(Language.SWEDISH)[f'export_file.{export}']}"
    swedish, english = headings(export, Language.SWEDISH), headings(export, Language.ENGLISH)
    rows = [
        f"| {ours} | {theirs} | {TYPES[column.type]} |"
        for ours, theirs, column in zip(swedish, english, COLUMNS[export], strict=True)
    ]
    return "\n".join([title, "", "| column | in English | holds |", "|---|---|---|", *rows, ""])
