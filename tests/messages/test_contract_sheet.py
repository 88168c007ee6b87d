import pytest

from domain.contract_sheet import Column, Slip
from domain.language import Language
from handlers.importing.contract_sort import CONTRACTS
from handlers.importing.headings import headings_of
from messages.importing import contract_sheet
from messages.importing.importing import MistakeLine
from tests.importing.sheets import rows_of

every_language = pytest.mark.parametrize("language", Language)
MAKERS = {"xlsx": contract_sheet.template, "csv": contract_sheet.template_text}


@every_language
@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_the_template_has_every_column_and_nothing_else(make: object, language: Language) -> None:
    assert callable(make)
    (first,) = rows_of(make(language))
    headings = headings_of(CONTRACTS, first)
    assert [column for column, _ in sorted(headings.places.items(), key=lambda each: each[1])] == list(Column)
    assert (headings.missing, headings.doubled, headings.unused) == ((), (), ())


@every_language
def test_mistakes_are_listed_row_by_row(language: Language) -> None:
    lines = [MistakeLine(7, Column.TITLE, Slip.MISSING), MistakeLine(9, Column.VALUE, Slip.FORMULA)]
    first, *rows = rows_of(contract_sheet.mistakes(lines, language))
    assert len(first.cells) == 3
    assert [row.cells[0] for row in rows] == [7.0, 9.0]


def test_the_template_of_one_language_means_the_same_in_the_other() -> None:
    swedish, english = (headings_of(CONTRACTS, rows_of(contract_sheet.template_text(each))[0]) for each in Language)
    assert swedish.places == english.places
