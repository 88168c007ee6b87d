"""Files as people keep them: titles above, colours below, several tabs, sums, hidden rows, old programs."""

import io
import unicodedata
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from domain.contract_sheet import Column, End, NoteKind, Refusal, Slip
from handlers.importing.reading import tabs_of_file
from handlers.importing.sheet import UnreadableError
from messages.importing.importing import Note
from tests.each import each
from tests.importing.read_list import found, listed, notes, numbers
from tests.importing.sheets import csv
from tests.importing.workbooks import (
    FLOORS,
    HEADINGS,
    PAINTING,
    Cells,
    Finish,
    ods,
    painting,
    with_xml,
    workbook,
    workbook_of,
)

END_OF_PAINTING = date(2028, 11, 30)
TEXT_HEADINGS = "Leverantör;Organisationsnummer;Bransch;Område;Diarienummer;Avtal;Värde (kr);Start;Slut"
TEXT_ROW = "Exempelmåleriet AB;556016-0680;Måleri;Centrum;KS 2026/17;Måleritjänster;1 000 000;2026-12-01;2028-11-30"
ABOVE = "Avtalsregister;;;;;;;;\r\n;;;;;;;;\r\n"
BROKEN_INTO_LINES = TEXT_HEADINGS.replace("Värde (kr)", '"Värde\n(kr)"')

FULL = (HEADINGS, PAINTING, FLOORS)
BOTH = ["KS 2026/17", "KS 2026/18"]


def coloured(row: int, column: int) -> Finish:
    def finish(made: Workbook, sheet: Worksheet) -> None:
        sheet.write_blank(row, column, None, made.add_format({"bg_color": "yellow"}))

    return finish


def last_row_is_high(_made: Workbook, sheet: Worksheet) -> None:
    sheet.set_row(1_048_575, 15)


def spaces_below(_made: Workbook, sheet: Worksheet) -> None:
    for number in range(3, 7_000):
        sheet.write_string(number, 0, " ")


def test_only_cells_in_which_something_stands_are_data(subtests: pytest.Subtests) -> None:
    formatted = {
        "a coloured cell far below": workbook(coloured(8_999, 0), Avtal=FULL),
        "a coloured cell far to the right": workbook(coloured(0, 199), Avtal=FULL),
        "a coloured cell in the last column": workbook(coloured(3, 16_383), Avtal=FULL),
        "a coloured cell in the last corner": workbook(coloured(1_048_575, 16_383), Avtal=FULL),
        "the last row is high": workbook(last_row_is_high, Avtal=FULL),
        "cells of spaces below": workbook(spaces_below, Avtal=FULL),
        "blank rows between": workbook(Avtal=(HEADINGS, PAINTING, (), ("", ""), FLOORS)),
        "titles above": workbook(Avtal=(("Avtalsregister 2026, Exempelstads kommun",), (), *FULL)),
        "as LibreOffice writes it": ods(*FULL),
    }
    for name, content in formatted.items():
        with each(subtests, name):
            assert numbers(content) == BOTH


def test_a_text_may_have_a_title_above_and_thousands_of_blank_rows_below(subtests: pytest.Subtests) -> None:
    texts = {
        "a title with as many cells": f"{ABOVE}{TEXT_HEADINGS}\r\n{TEXT_ROW}",
        "a title with commas": f"Avtalsregister, 2026, kommunen, alla, avtal\r\n{TEXT_HEADINGS}\r\n{TEXT_ROW}",
        "6,000 blank rows": f"{TEXT_HEADINGS}\r\n{TEXT_ROW}\r\n" + ";;;;;;;;\r\n" * 6_000,
        "a heading of two lines": f"{BROKEN_INTO_LINES}\r\n{TEXT_ROW}",
    }
    for name, text in texts.items():
        for encoding in ("utf-8-sig", "cp1252", "cp850", "mac_roman", "utf-16", "utf-16-le"):
            with each(subtests, f"{name}, {encoding}"):
                (contract,) = listed(text.encode(encoding)).contracts
                assert (contract.company.name, contract.value) == ("Exempelmåleriet AB", 1_000_000)


def test_a_workbook_with_decomposed_letters_is_read_as_any_other() -> None:
    decomposed = [
        [unicodedata.normalize("NFD", cell) if isinstance(cell, str) else cell for cell in row] for row in FULL
    ]
    content = workbook(Avtal=decomposed)
    assert numbers(content) == BOTH
    assert listed(content).contracts[0].company.name == "Exempelmåleriet AB"


ONE, OTHER = (HEADINGS, PAINTING), (HEADINGS, FLOORS)
TABS: dict[str, tuple[Mapping[str, Sequence[Cells]], str, str | None, str | None]] = {
    "the second": ({"Läs mig": [(), ("", "Så här fyller du i")], "Avtal": FULL}, "Avtal", "Läs mig", None),
    "of the latest year": ({"2025": ONE, "2026": OTHER}, "2026", None, "2025"),
    "not the one put away": ({"Avslutade avtal": FULL, "Avtal": ONE}, "Avtal", None, "Avslutade avtal"),
    "the longest": ({"Blad1": ONE, "Blad2": FULL}, "Blad2", None, "Blad1"),
    "not the blank template": ({"Mall": (HEADINGS,), "Blad2": ONE}, "Blad2", "Mall", None),
}


def test_of_several_tabs_the_one_with_the_list_is_read_and_all_are_named(subtests: pytest.Subtests) -> None:
    for name, (tabs, read, rest, lists) in TABS.items():
        with each(subtests, name):
            said = notes(workbook_of(tabs))
            assert said[NoteKind.TAB_READ] == read
            assert said.get(NoteKind.TABS_NOT_READ) == rest
            assert said.get(NoteKind.TABS_WITH_LISTS) == lists


def test_a_single_tab_is_not_named() -> None:
    assert notes(workbook(Avtal=FULL)) == {}


def test_a_hidden_tab_is_read_only_where_no_other_has_the_list() -> None:
    def hides(_made: Workbook, sheet: Worksheet) -> None:
        sheet.hide()

    assert notes(workbook_of({"Nya": ONE, "Alla": FULL}, hides))[NoteKind.TAB_READ] == "Nya"
    said = notes(workbook_of({"Läs mig": [("Hej",)], "Alla": FULL}, hides))
    assert (said[NoteKind.TAB_READ], said[NoteKind.TAB_HIDDEN]) == ("Alla", "Alla")


def test_another_tab_that_is_too_large_is_named_and_hinders_nothing() -> None:
    prices = [(n, n) for n in range(6_000)]
    assert notes(workbook_of({"Priser": prices, "Avtal": ONE})) == {
        NoteKind.TAB_READ: "Avtal",
        NoteKind.TABS_NOT_READ: "Priser",
    }


NO_CONTRACTS: dict[NoteKind, Sequence[Cells]] = {
    NoteKind.HEADINGS_AGAIN: [HEADINGS, ("Leverantör", "Organisationsnummer")],
    NoteKind.SUMS: [
        ("Summa", "", "", "", "", "", 1_500_000),
        ("", "", "", "", "Totalt:", "", "1 500 000 kr"),
        ("", "", "", "", "", "", "=SUM(G2:G3)"),
        ("S:a", "", "", "", "", "", "=SUM(G2:G3)"),
        ("Total summa", "", "", "", "", "", 1),
    ],
    NoteKind.LONE_TEXTS: [("Golv och mattor",), ("", "", "Uppdaterad 2026-11-01 av Karin Ek")],
    NoteKind.NOTHING_USED: [(*[""] * 16, "Färg, vit", "10 l")],
}


def test_rows_that_are_no_contracts_are_passed_over_and_named(subtests: pytest.Subtests) -> None:
    for kind, rows in NO_CONTRACTS.items():
        for row in rows:
            with each(subtests, f"{kind}: {row}"):
                content = workbook(Avtal=(HEADINGS, PAINTING, row, FLOORS))
                assert numbers(content) == BOTH
                assert notes(content) == {kind: "3"}


def test_a_row_that_is_only_half_filled_is_no_sum(subtests: pytest.Subtests) -> None:
    names = ("Totalbygg AB", "Summa Entreprenad AB")
    for row in (*(painting(Leverantör=name) for name in names), ("", "", "", "", "KS 2026/19")):
        with each(subtests, str(row)):
            assert notes(workbook(Avtal=(HEADINGS, row, FLOORS))) == {}


def test_broken_cells_and_formulas_are_slips_and_never_blank(subtests: pytest.Subtests) -> None:
    broken = workbook(Avtal=(HEADINGS, painting(Slut="=1/0")))
    cell = '<c r="I2"><f>1/0</f><v>0</v></c>'
    cells = {
        "an error without a formula": (with_xml(broken, cell, '<c r="I2" t="e"><v>#REF!</v></c>'), Slip.BROKEN),
        "a formula that shows an error": (
            with_xml(broken, cell, '<c r="I2" t="e"><f>A1</f><v>#N/A</v></c>'),
            Slip.FORMULA,
        ),
        "a formula without its result": (with_xml(broken, cell, '<c r="I2"><f>A1</f></c>'), Slip.FORMULA),
        "in a text": (csv(f"{TEXT_ROW.replace('2028-11-30', '#SAKNAS!')}", headings=TEXT_HEADINGS), Slip.BROKEN),
        "in English": (csv(f"{TEXT_ROW.replace('2028-11-30', '#N/A')}", headings=TEXT_HEADINGS), Slip.BROKEN),
        "too narrow": (csv(f"{TEXT_ROW.replace('2028-11-30', '########')}", headings=TEXT_HEADINGS), Slip.BROKEN),
    }
    for name, (content, slip) in cells.items():
        with each(subtests, name):
            assert [(mistake.column, mistake.slip) for mistake in listed(content).mistakes] == [(Column.ENDS_ON, slip)]


def test_days_are_the_same_in_a_workbook_that_counts_from_1904(subtests: pytest.Subtests) -> None:
    plain = workbook(Avtal=(HEADINGS, painting(Start=44_895, Slut=45_625)))
    contents = {
        "plain numbers": with_xml(plain, "<workbookPr", '<workbookPr date1904="1"', part="xl/workbook.xml"),
        "shown as days": workbook_of({"Avtal": ONE}, date_1904=True),
        "plain numbers from 1900": workbook(Avtal=(HEADINGS, painting(Start=46_357, Slut=47_087))),
    }
    for name, content in contents.items():
        with each(subtests, name):
            (contract,) = listed(content).contracts
            assert (contract.starts_on, contract.ends_on) == (date(2026, 12, 1), END_OF_PAINTING)
            assert contract.value == 1_000_000


def test_hidden_rows_and_columns_are_read_and_named() -> None:
    def hides(_made: Workbook, sheet: Worksheet) -> None:
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(40, None, None, {"hidden": True})
        sheet.set_column(6, 6, None, None, {"hidden": True})

    content = workbook(hides, Avtal=FULL)
    assert numbers(content) == BOTH
    assert notes(content) == {NoteKind.ROWS_HIDDEN: "3", NoteKind.COLUMNS_HIDDEN: "Värde (kr)"}


def test_what_stands_in_cells_merged_downwards_belongs_to_each_row() -> None:
    def merges(_made: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range(2, 0, 4, 0, "Exempelmåleriet AB")
        sheet.merge_range(2, 1, 4, 1, "556016-0680")
        sheet.merge_range(0, 0, 0, 15, "Avtalsregister")

    rows = [["", *painting(Diarienummer=f"KS 2026/{n}")[1:]] for n in (27, 28, 29)]
    for row in rows:
        row[1] = ""
    content = workbook(merges, Avtal=((), HEADINGS, *rows, FLOORS))
    listing = listed(content)
    assert [(contract.row, contract.company.name) for contract in listing.contracts][:3] == [
        (number, "Exempelmåleriet AB") for number in (3, 4, 5)
    ]
    assert listing.contracts[3].company.name == "Golvbolaget i Exempel AB"


def test_another_sort_of_workbook_says_what_it_can_not_show() -> None:
    assert found(ods(*FULL)).notes == (Note(NoteKind.SLIPS_UNSEEN),)


def numbers_file() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("Index/Document.iwa", b"x")
    return file.getvalue()


REFUSED: dict[Refusal, Sequence[bytes]] = {
    Refusal.PDF: [b"%PDF-1.7\n"],
    Refusal.NUMBERS: [numbers_file()],
    Refusal.LINK: [
        b"https://docs.google.com/spreadsheets/d/abc",
        b"[InternetShortcut]\r\nURL=https://docs.google.com/",
        b'{"url": "https://docs.google.com/open?id=abc"}',
        b"<!DOCTYPE html><html>",
    ],
    Refusal.OLD_EXCEL: [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600],
}


def test_what_is_no_list_says_what_to_do(subtests: pytest.Subtests) -> None:
    for refusal, contents in REFUSED.items():
        for content in contents:
            with each(subtests, f"{refusal}: {content[:20]!r}"):
                with pytest.raises(UnreadableError) as raised:
                    tabs_of_file(content)
                assert raised.value.refusal is refusal


ENDS: dict[Any, Sequence[Any]] = {
    End.OPEN: (
        *("tills vidare", "tillsvidare", "t.v.", "t v", "tv", "löpande", "Gäller tills vidare"),
        *("9999-12-31", date(9999, 12, 31), "2099-12-31"),
    ),
    None: ("", "-", "–"),
    END_OF_PAINTING: (
        *(
            END_OF_PAINTING,
            "2028-11-30",
            "30/11 2028",
            "30 november 2028",
            "30.11.2028",
            "2028-11-30 23:59:59",
            "30/11-28",
        ),
    ),
    Slip.END_WITH_OPTION: (
        *("2028-11-30 + 1 år", "2028-11-30 (option 1+1)", "2027-12-31 + 1+1 år option"),
        *("2028-11-30, möjlig förlängning 24 mån", "tills vidare, dock längst 2028-11-30", "2028-11-30 därefter t.v."),
    ),
    Slip.NOT_AN_END: ("0000-00-00", "1900-01-00", 0, "saknas", "3 år", "december 2028", "2028"),
}


def test_no_end_is_told_from_a_blank_one_and_from_a_day_with_an_option(subtests: pytest.Subtests) -> None:
    for meaning, cells in ENDS.items():
        for cell in cells:
            with each(subtests, f"{cell!r}"):
                listing = listed(workbook(Avtal=(HEADINGS, painting(Slut=cell))))
                if isinstance(meaning, Slip):
                    assert [mistake.slip for mistake in listing.mistakes] == [meaning]
                else:
                    assert [contract.ends_on for contract in listing.contracts] == [meaning]
