"""Files that failed once, as they came, with what is right."""

from datetime import date
from pathlib import Path

import pytest

from domain.contract_sheet import Column, End, NoteKind, Slip
from tests.each import each
from tests.importing.read_list import listed, notes, numbers

FILES = Path(__file__).parent / "files"
PAINTERS, FLOORS = "KS 2026/17", "KS 2026/18"
LISTED = {
    "x01_title_rows.xlsx": [PAINTERS, FLOORS],
    "x14_second_sheet.xlsx": [PAINTERS, FLOORS],
    "x15_two_sheets.xlsx": [FLOORS],
    "x17_nfd.xlsx": [PAINTERS],
    "x30_blank_styled_row_9000.xlsx": [PAINTERS, FLOORS],
    "x32_blank_styled_col_200.xlsx": [PAINTERS, FLOORS],
    "x34_row_height_last.xlsx": [PAINTERS, FLOORS],
    "x39_phone_writing.xlsx": [PAINTERS, FLOORS],
    "c10_title.csv": [PAINTERS],
    "c20_syn.csv": [PAINTERS],
}


def content(name: str) -> bytes:
    return (FILES / name).read_bytes()


def slips(name: str) -> dict[int, Slip]:
    """What is wrong, by row."""
    return {mistake.row: mistake.slip for mistake in listed(content(name)).mistakes}


def test_every_contract_is_read(subtests: pytest.Subtests) -> None:
    for name, expected in LISTED.items():
        with each(subtests, name):
            assert numbers(content(name)) == expected


def test_the_right_tab_is_read_and_the_others_named() -> None:
    assert notes(content("x14_second_sheet.xlsx")) == {NoteKind.TAB_READ: "Avtal", NoteKind.TABS_NOT_READ: "Läs mig"}
    assert notes(content("x15_two_sheets.xlsx")) == {NoteKind.TAB_READ: "2026", NoteKind.TABS_WITH_LISTS: "2025"}


def test_a_workbook_from_1904_begins_when_it_says() -> None:
    (contract,) = listed(content("x05_1904_serial.xlsx")).contracts
    assert (contract.starts_on, contract.ends_on) == (date(2026, 12, 1), date(2028, 11, 30))


def test_a_broken_end_is_a_slip() -> None:
    mistakes = [(each.row, each.column, each.slip) for each in listed(content("x35_error_cells.xlsx")).mistakes]
    assert (3, Column.ENDS_ON, Slip.BROKEN) in mistakes


def test_organisation_numbers_are_read_in_every_writing() -> None:
    name = "x08_orgnr.xlsx"
    assert slips(name) == {19: Slip.NOT_A_NUMBER_OF_A_COMPANY}  # two numbers, of which nobody can say which is meant
    assert {each.company.organisation_number for each in listed(content(name)).contracts} == {"556016-0680"}


def test_no_end_is_no_end_and_a_day_with_an_option_is_asked_about() -> None:
    name = "x10_ends.xlsx"
    ends = {each.row: each.ends_on for each in listed(content(name)).contracts}
    assert ends == dict.fromkeys((2, 3, 4, 5, 6, 9, 12, 13, 14), End.OPEN) | {7: None, 8: None}
    assert [row for row, slip in slips(name).items() if slip is Slip.END_WITH_OPTION] == [10, 11]
    assert len(slips(name)) == len(range(15, 24)) + 2
