"""From bytes to rows, and from cells to what they mean."""

import codecs
from datetime import date
from typing import Any

import pytest

from domain.contract import Clause
from domain.contract_sheet import REQUIRED, Column, End, Refusal, Slip
from domain.slot import SlotKind, Trade
from handlers.importing.contract_sort import CONTRACTS
from handlers.importing.headings import headings_of
from handlers.importing.reader import read
from handlers.importing.sheet import Broken, Cell, Formula, Row, UnreadableError
from tests.importing.sheets import HEADINGS, rows_of, xlsx

ROWS = [Row(1, ("Leverantör", "Start")), Row(3, ("Ångström, Ö & Å AB", "2026-03-01"))]
SEMICOLONS = "Leverantör;Start\r\n\r\nÅngström, Ö & Å AB;2026-03-01\r\n"
COMMAS = 'Leverantör,Start\n\n"Ångström, Ö & Å AB",2026-03-01\n'


@pytest.mark.parametrize("text", [SEMICOLONS, COMMAS, SEMICOLONS.replace(";", "\t")], ids=["semicolon", "comma", "tab"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_every_usual_writing_and_rows_keep_their_numbers(text: str, encoding: str) -> None:
    assert rows_of(text.encode(encoding)) == ROWS


def test_utf_16_is_read_either_way_round() -> None:
    assert rows_of(codecs.BOM_UTF16_BE + SEMICOLONS.encode("utf-16-be")) == ROWS


def test_excels_own_line_about_the_separator_is_no_row() -> None:
    assert rows_of(b"sep=,\r\nA,B;C\r\n") == [Row(2, ("A", "B;C"))]


def test_a_workbook_gives_days_numbers_and_where_formulas_stand() -> None:
    rows = rows_of(xlsx(("Å AB", date(2026, 3, 1), 5560160680, "=1+1"), (), ("x",), headings="A;B;C;D"))
    assert rows == [
        Row(1, ("A", "B", "C", "D")),
        Row(2, ("Å AB", date(2026, 3, 1), 5560160680.0, Formula())),
        Row(4, ("x",)),
    ]


@pytest.mark.parametrize("content", [b"", b"  \r\n ;; \r\n".replace(b";", b" "), b"\n;;;\n;;\n"])
def test_a_file_in_which_nothing_stands_is_empty(content: bytes) -> None:
    with pytest.raises(UnreadableError) as raised:
        rows_of(content)
    assert raised.value.refusal is Refusal.EMPTY


def test_columns_are_found_in_either_language_whatever_their_order_capitals_and_spaces() -> None:
    headings = headings_of(
        CONTRACTS, Row(1, ("START", " avtal", "Registry  number", "leverantör ", "Värde(kr)", "e-mail", "Färg"))
    )
    assert headings.places == {
        Column.STARTS_ON: 0,
        Column.TITLE: 1,
        Column.REGISTRY_NUMBER: 2,
        Column.SUPPLIER: 3,
        Column.VALUE: 4,
        Column.EMAIL: 5,
    }
    assert (headings.missing, headings.doubled, headings.unused) == ((), (), ("Färg",))


def test_the_templates_headings_are_all_columns() -> None:
    assert set(headings_of(CONTRACTS, Row(1, tuple(HEADINGS.split(";")))).places) == set(Column)


def test_columns_that_are_missing_or_doubled_are_named() -> None:
    headings = headings_of(CONTRACTS, Row(1, ("Start", "Avtal", "Contract")))
    assert headings.missing == tuple(column for column in REQUIRED if column not in {Column.STARTS_ON, Column.TITLE})
    assert headings.doubled == (Column.TITLE,)


DAY = date(2026, 3, 1)
GOOD: list[tuple[Column, Cell, Any]] = [
    *((Column.STARTS_ON, cell, DAY) for cell in (DAY, "2026-03-01", "1/3 2026", "1/3/2026", "01.03.2026", "20260301")),
    *((Column.STARTS_ON, cell, DAY) for cell in ("1 mars 2026", "2026-03-01 00:00:00", 46082.0, 20260301.0)),
    *(
        (Column.VALUE, cell, 1_000_000)
        for cell in (
            "1 000 000,00",
            "1\u00a0000\u00a0000",
            "1\u202f000\u202f000,50",
            "1000000 kr",
            "SEK 1 000 000",
            "1.000.000,00",
            "1,000,000.00",
            "1 000 000:-",
            1_000_000.0,
        )
    ),
    (Column.VALUE, "500,5", 500),
    *((Column.ORGANISATION_NUMBER, cell, "556016-0680") for cell in ("556016-0680", "5560160680", "16556016-0680")),
    (Column.ORGANISATION_NUMBER, 5560160680.0, "556016-0680"),
    *(
        (Column.ORGANISATION_NUMBER, cell, "556016-0680")
        for cell in (
            *(
                "556016\u20110680",
                "556016\u22120680",
                "556016–0680",
                "556016\u20140680",
                "556016 0680",
                "55 60 16-06 80",
            ),
            *("556016-0680\u200b", "\ufeff556016-0680", "556016-0680\u00a0", "\u2002556016-0680", "55601\u00ad6-0680"),
            *(
                "SE556016068001",
                "SE556016-068001",
                "SE 5560160680 01",
                "se556016-0680",
                "5560160680.0",
                "556016-0680 / 556016-0680",
                "165560160680",
                "00556016-0680",
            ),
            *("org.nr 556016-0680", "Orgnr: 5560160680", "556016-0680 (moderbolag)"),
        )
    ),
    *(
        (Column.ORGANISATION_NUMBER, cell, number)
        for cell, number in (
            *(("FI12345678", "FI12345678"), ("fi 1234567-8", "FI12345678"), ("DE 136 695 976", "DE136695976")),
            *(
                ("NO 923 609 016 MVA", "NO923609016"),
                ("DK-13585628", "DK13585628"),
                ("CHE-123.456.789", "CHE123456789"),
                ("ATU13585627", "ATU13585627"),
            ),
        )
    ),
    (Column.ORGANISATION_NUMBER, "19640823-3234", "640823-3234"),
    (Column.TRADE, "kök,restaurang", Trade.KITCHEN),
    (Column.TRADE, "Painting", Trade.PAINTING),
    (Column.CLAUSE, "Sysselsättningskrav", Clause.EMPLOYMENT),
    (Column.CLAUSE, "dialogue clause", Clause.DIALOGUE),
    (Column.SLOT_KIND, "praktikplats", SlotKind.INTERNSHIP),
    (Column.PLACES, "3 st", 3),
    (Column.PLACES, 3.0, 3),
    (Column.PLACES, "0", 0),
    *(
        (Column.ENDS_ON, cell, End.OPEN)
        for cell in (
            "tills vidare",
            "Tillsvidare",
            "t.v.",
            "tv",
            "löpande",
            "9999-12-31",
            date(9999, 12, 31),
            "until further notice",
        )
    ),
    *((Column.ENDS_ON, cell, None) for cell in ("", "-", "–")),
    (Column.ENDS_ON, "2028-11-30", date(2028, 11, 30)),
    (Column.PHONE, "+46 70 174 06 35", "+46 70 174 06 35"),
    (Column.PHONE, 701740635.0, "0701740635"),
    *(
        (Column.PHONE, cell, "+46701740635")
        for cell in (46701740635.0, "46701740635", "46701740635.0", "tel:+46701740635")
    ),
    (Column.PHONE, 4642105000.0, "+4642105000"),
    (Column.PHONE, 46123456.0, "046123456"),
    (Column.PHONE, "701740635", "0701740635"),
    *((Column.PHONE, cell, "042-10 50 00") for cell in ("Tel. 042-10 50 00", "042-10 50 00 (vx)", "042-10 50 00,")),
    (Column.PHONE, "042/10 50 00", "042/10 50 00"),
    *(
        (Column.PHONE, f"042-10 50 00{between}070-174 06 35", "042-10 50 00 / 070-174 06 35")
        for between in (" / ", "/", ", ", "; ", " eller ", "\n")
    ),
    (Column.PHONE, "+46 (0)42-10 50 00, +46 (0)70-174 06 355", "+46 (0)42-10 50 00"),
    *(
        (Column.EMAIL, cell, "mira@x.example")
        for cell in (
            *("mira@x.example", "mailto:mira@x.example", "MAILTO:mira@x.example?subject=Hej", "<mira@x.example>"),
            *("Mira Holm <mira@x.example>", "mira@x.example;", "mira@x.example.", "mira@x.example; MIRA@x.example"),
        )
    ),
    *((Column.VALUE, cell, None) for cell in ("saknas", "n/a", "okänt")),
    (Column.REGISTRY_NUMBER, 2026.0, "2026"),
    (Column.TITLE, "  Måleri \n  ute ", "Måleri ute"),
    *((Column.TITLE, cell, None) for cell in ("", "-", "–")),
]


@pytest.mark.parametrize(("column", "cell", "meaning"), GOOD)
def test_a_cell_means(column: Column, cell: Cell, meaning: Any) -> None:
    assert read(column, cell) == meaning


BAD: list[tuple[Column, Cell, Slip]] = [
    *(
        (Column.STARTS_ON, cell, Slip.NOT_A_DAY)
        for cell in ("1/3", "2026-02-30", "snart", "vecka 9 2026", "i dag", "måndag 7 december", "3026-01-01")
    ),
    *((Column.VALUE, cell, Slip.NOT_AN_AMOUNT) for cell in ("en miljon", "1 2 3,4,5", -5.0, "-5", "9" * 20)),
    *(
        (Column.ORGANISATION_NUMBER, cell, Slip.NOT_A_NUMBER_OF_A_COMPANY)
        for cell in ("556016-0681", "x", "55601606", "556016-0680 och 556036-0793", "923609016", "SE923609016")
    ),
    (Column.TRADE, "Magi", Slip.NOT_A_TRADE),
    (Column.CLAUSE, "kanske", Slip.NOT_A_CLAUSE),
    (Column.SLOT_KIND, "jobb", Slip.NOT_A_KIND),
    *((Column.PLACES, cell, Slip.NOT_A_COUNT) for cell in ("1x", "några", "501", 1.5)),
    *((Column.EMAIL, cell, Slip.NOT_AN_EMAIL) for cell in ("mira", "a@b", "a b@c.se")),
    *((Column.EMAIL, cell, Slip.TWO_EMAILS) for cell in ("a@x.example; b@x.example", "a@x.example eller b@x.example")),
    *((column, Broken(), Slip.BROKEN) for column in (Column.VALUE, Column.ENDS_ON, Column.TITLE)),
    *((Column.VALUE, cell, Slip.BROKEN) for cell in ("#REF!", "#VÄRDE!", "#DIVISION/0!", "#NAMN?", "#N/A", "####")),
    *((Column.PHONE, cell, Slip.NOT_A_PHONE) for cell in ("ring mig", "12345", "070-17" * 10)),
    (Column.SUPPLIER, "x" * 121, Slip.TOO_LONG),
    (Column.TITLE, "Städning, ring 070-174 06 35", Slip.PRIVATE),
    (Column.SUPPLIER, "Anna 19640823-3234", Slip.PRIVATE),
    *((Column.TITLE, cell, Slip.FORMULA) for cell in (Formula(), "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3x")),
    (Column.VALUE, "=1000000", Slip.FORMULA),
]


@pytest.mark.parametrize(("column", "cell", "slip"), BAD)
def test_a_cell_that_surely_means_nothing_says_why(column: Column, cell: Cell, slip: Slip) -> None:
    assert read(column, cell) is slip
