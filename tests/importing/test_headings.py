"""Which column tells what: under the names that registers have, and what is said where one is missing."""

import unicodedata

import pytest

from domain.contract_sheet import Column
from handlers.importing.contract_sort import CONTRACTS
from handlers.importing.headings import Headings, headings_of
from handlers.importing.list_in_file import list_in
from handlers.importing.reading import tabs_of_file
from handlers.importing.sheet import Row, tidied
from tests.each import each
from tests.importing.read_list import listed
from tests.importing.workbooks import HEADINGS, workbook

USUAL = {
    Column.SUPPLIER: ("Leverantör*", "Leverantörsnamn", "Företag", "Entreprenör", "Leverantör (obligatorisk)"),
    Column.ORGANISATION_NUMBER: ("Org.nr", "Orgnr", "Org nr.", "Organisationsnummer:", "Org.nr (10 siffror)", "VAT-nr"),
    Column.REGISTRY_NUMBER: (
        "Dnr",
        "D-nr",
        "Diarienr.",
        "Diarienummer*",
        "Avtalsnummer",
        "Avtals-ID",
        "1. Dnr",
        "Dnr/avtalsnr",
        "Diarienr (KS)",
    ),
    Column.TITLE: ("Avtalsnamn", "Benämning", "Avtalets namn", "Avser", "Rubrik", "AVTAL"),
    Column.VALUE: ("Värde", "Avtalsvärde", "Värde\n(kr)", "Värde SEK", "Kontraktsvärde exkl. moms", "Värde i kronor"),
    Column.STARTS_ON: ("Startdatum", "Avtalsstart", "Start (ÅÅÅÅ-MM-DD)", "Fr.o.m.", "Gäller från", "Start date"),
    Column.ENDS_ON: ("Slutdatum", "Avtalsslut", "T.o.m.", "Gäller t o m", "Giltig t.o.m.", "End date"),
    Column.CONTACT: ("Kontakt", "Kontaktperson:", "Kontaktperson leverantör"),
    Column.EMAIL: ("Epost", "E-post", "Mejl", "E-postadress", "Mail", "e-mail"),
    Column.PHONE: ("Tel", "Tel.", "Telefon", "Telefonnummer", "Tfn", "Mobil"),
}


def test_columns_are_known_by_their_usual_names(subtests: pytest.Subtests) -> None:
    for column, headings in USUAL.items():
        for heading in headings:
            for form in ("NFC", "NFD"):
                with each(subtests, f"{heading}, {form}"):
                    written = Row(1, (tidied(unicodedata.normalize(form, heading)),))
                    assert headings_of(CONTRACTS, written).places == {column: 0}


def test_what_only_sounds_like_a_column_is_none(subtests: pytest.Subtests) -> None:
    others = (
        "Värde (tkr)",
        "Avtalsvärde mkr",
        "Slut (option)",
        "Telefon (kommunen)",
        "Avtalsansvarig",
        "Ny upphandling",
    )
    for heading in others:
        with each(subtests, heading):
            assert headings_of(CONTRACTS, Row(1, (heading,))).unused == (heading,)


def test_of_two_names_the_templates_own_is_read_and_the_other_is_unused() -> None:
    headings = headings_of(CONTRACTS, Row(1, (*HEADINGS, "Avtalsnummer", "Mobil")))
    assert headings.unused == ("Avtalsnummer", "Mobil")
    assert headings.doubled == ()


def test_the_number_of_something_else_is_no_number_of_places() -> None:
    headings = headings_of(CONTRACTS, Row(1, ("Leverantör", "Dnr", "Avtal", "Start", "Artikel", "Antal")))
    assert headings.unused == ("Artikel", "Antal")
    for row in (("Krav", "Antal"), ("Typ av plats", "Antal"), ("Dnr", "Antal platser")):
        assert headings_of(CONTRACTS, Row(1, row)).places[Column.PLACES] == 1


def test_a_second_phone_belongs_to_the_second_contact() -> None:
    row = ("Kontakt", "Telefon", "E-post", "Ersättare", "Telefon", "E-post")
    headings = headings_of(CONTRACTS, Row(1, row))
    assert headings.doubled == ()
    assert headings.places[Column.SECOND_CONTACT_PHONE] == 4
    assert headings.places[Column.SECOND_CONTACT_EMAIL] == 5


def test_headings_that_are_missing_are_guessed_among_those_that_were_seen() -> None:
    row = ("Levrantör", "Diarie nummer", "Avtal", "Avtalsperiod")
    headings = list_in(tabs_of_file(workbook(Avtal=(("Register",), row, ("a", "b", "c", "d")))), CONTRACTS)
    assert isinstance(headings, Headings)
    assert headings.seen == row
    assert headings.missing == (Column.SUPPLIER, Column.STARTS_ON)
    assert headings.guesses == (("Levrantör", Column.SUPPLIER), ("Avtalsperiod", Column.STARTS_ON))
    assert (headings.number, headings.tab) == (2, "Avtal")


OVER_TWO_ROWS = {
    "a group over some": (
        ("Leverantör", "", "Dnr", "Benämning", "Avtalsperiod", "", "Kontaktperson", "", ""),
        ("", "Org.nr", "", "", "Från", "Till", "Namn", "E-post", "Telefon"),
    ),
    "a group over all": (
        ("Leverantör", "", "Avtal", "", "Avtalstid", "", "Kontaktperson", "", "", "Kommunens kontakt", ""),
        ("Namn", "Org.nr", "Dnr", "Benämning", "Från", "Till", "Namn", "E-post", "Telefon", "Namn", "E-post"),
    ),
}


def test_headings_may_stand_in_two_rows(subtests: pytest.Subtests) -> None:
    row = (
        "Alfa AB",
        "556016-0680",
        "K-1",
        "Måleri",
        "2026-12-01",
        "",
        "Mira Holm",
        "m@exempel.se",
        "042-10 50 00",
        "Ann",
    )
    for name, rows in OVER_TWO_ROWS.items():
        with each(subtests, name):
            (contract,) = listed(workbook(Avtal=(("Avtalsregister",), *rows, row))).contracts
            assert (contract.company.name, contract.registry_number) == ("Alfa AB", "K-1")
            assert [contact.name for contact in contract.contacts] == ["Mira Holm"]
