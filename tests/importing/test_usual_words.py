"""How often a contract is followed up and what it counts, as people write it."""

import pytest

from domain.contract import Cadence, Counting, CountsFrom
from domain.contract_sheet import Column, Slip
from handlers.importing.reader import read
from tests.each import each

WRITTEN: dict[tuple[Column, object], tuple[str, ...]] = {
    (Column.CADENCE, Cadence.QUARTERLY): ("kvartal", "Varje kvartal", "kvartalsvis", "4 ggr/år", "quarterly"),
    (Column.CADENCE, Cadence.HALF_YEARLY): (
        "halvår",
        "Halvårsvis",
        "2 gånger per år",
        "var sjätte månad",
        "half-yearly",
    ),
    (Column.CADENCE, Cadence.YEARLY): ("år", "ÅRLIGEN", "1 gång per år", "varje år", "yearly"),
    (Column.CADENCE, Slip.NOT_A_CADENCE): ("ibland", "2026-03-01", "vid behov"),
    (Column.COUNTING, Counting.PLACES): ("platser", "Antal platser", "places"),
    (Column.COUNTING, Counting.MONTHS): ("månader på heltid", "Heltidsmånader", "månader", "months of full time"),
    (Column.COUNTING, Slip.NOT_COUNTED): ("timmar",),
    (Column.COUNTS_FROM, CountsFrom.BEGUN): ("påbörjat", "Påbörjade", "begun"),
    (Column.COUNTS_FROM, CountsFrom.OFFERED): ("påbörjat eller erbjudet", "erbjuden", "påbörjad/erbjuden", "offered"),
    (Column.COUNTS_FROM, Slip.NOT_COUNTED_FROM): ("klart",),
}


def test_each_usual_writing_is_understood_and_nothing_else(subtests: pytest.Subtests) -> None:
    for (column, meant), writings in WRITTEN.items():
        for written in writings:
            with each(subtests, f"{column}: {written}"):
                assert read(column, written) == meant
