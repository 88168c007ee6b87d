"""What is read in a plan of procurements, and how it is told from a list of contracts."""

from datetime import date
from typing import Any

import pytest

from domain.contract_sheet import Refusal, Slip
from domain.language import Language
from domain.plan_sheet import IN_TEMPLATE, PlanColumn
from domain.procurement import Requirement
from domain.slot import Trade
from handlers.importing.either import EitherList, PlanList, UnfitPlan, either_list
from handlers.importing.headings import Headings, headings_of
from handlers.importing.list_in_file import FoundList
from handlers.importing.plan.interpreting import listing_of
from handlers.importing.plan.listed import ListedProcurement, PlanListing
from handlers.importing.plan.reader import read
from handlers.importing.plan.sort import PLAN
from handlers.importing.reading import tabs_of_file
from messages.importing import plan_sheet
from tests.each import each
from tests.importing.sheets import csv, rows_of

SOCIAL, GREEN, ETHICAL = Requirement.SOCIAL, Requirement.ENVIRONMENTAL, Requirement.ETHICAL

SORTS: dict[str, type[object]] = {
    "Upphandling;Bransch;Värde": PlanList,
    "Titel;Uppskattat värde;Avtalsstart": PlanList,
    "Objekt;Beräknat värde (tkr);Planerad avtalsstart;Avtalstid (år);Ansvarig upphandlare": PlanList,
    "Titel;Diarienummer;Värde;Start;Krav": PlanList,
    "Procurement;Estimated value;Start;Duration": PlanList,
    "Leverantör;Diarienummer;Avtal;Start": FoundList,
    "Leverantör;Diarienummer;Avtal;Värde;Start;Längd": FoundList,
    "Leverantör;Titel;Värde;Längd (månader);Planerad start": EitherList,
    "Leverantör;Diarienummer;Avtal;Slut": Headings,
    "Avtal;Diarienummer;Start;Slut;Kontaktperson;E-post": Headings,
    "Titel": UnfitPlan,
    "Artikel;Antal": Headings,
    "Upphandling;Upphandling;Värde": UnfitPlan,
}
"""Headings, below which every column is filled in, and what the file is."""

CELLS: tuple[tuple[str, Any, Any], ...] = (
    ("Värde", "4 milj", 4_000_000),
    ("Värde", 500_000.0, 500_000),
    ("Värde (tkr)", 800.0, 800_000),
    ("Uppskattat värde tkr", "4 000", 4_000_000),
    ("Belopp i mkr", "1,5", 1_500_000),
    ("Värde (tkr)", "4 milj", 4_000_000),
    ("Värde", "4", Slip.AMOUNT_TOO_SMALL),
    ("Värde", "3-4 milj", Slip.NOT_AN_AMOUNT),
    ("Värde", "0", None),
    ("Planerad start", date(2027, 3, 1), date(2027, 3, 1)),
    ("Planerad start", "mars 2027", date(2027, 3, 1)),
    ("Planerad start", "Q2 2027", date(2027, 4, 1)),
    ("Planerad start", "1/3 2027", date(2027, 3, 1)),
    ("Planerad start", "våren", Slip.NOT_A_START),
    ("Planerad start", 2027.0, Slip.NOT_A_START),
    ("Längd (månader)", 4.0, 4),
    ("Avtalstid (år)", "2", 24),
    ("Avtalstid", "4", Slip.MONTHS_OR_YEARS),
    ("Avtalstid", 36.0, 36),
    ("Avtalstid", "4 år", 48),
    ("Avtalstid", "2+1 år", Slip.NOT_MONTHS),
    ("Antal personer", "ca 6", 6),
    ("Antal personer", 6.0, 6),
    ("Antal personer", "5-10", Slip.NOT_A_HEADCOUNT),
    ("Andel arbete (%)", 0.4, 40),
    ("Andel arbete (%)", "40 %", 40),
    ("Andel arbete (%)", 0.0, 0),
    ("Andel arbete (%)", 1.0, Slip.NOT_A_SHARE),
    ("Krav", "Miljökrav, sociala krav", (SOCIAL, GREEN)),
    ("Krav", "sociala och etiska hänsyn", (SOCIAL, ETHICAL)),
    ("Krav", "inga", ()),
    ("Krav", "", None),
    ("Krav", "som vanligt", Slip.NOT_A_REQUIREMENT),
    ("Sociala krav", "x", True),
    ("Sociala krav", "Nej", False),
    ("Sociala krav", "utreds", Slip.NOT_YES_OR_NO),
    ("Bransch", "måleri", Trade.PAINTING),
    ("Bransch", "Konst", Slip.NOT_A_TRADE),
    ("Diarienummer", date(2026, 11, 1), Slip.REWRITTEN),
    ("Upphandling", "=A1", Slip.FORMULA),
    ("Upphandling", "Målning, ring 070-174 06 35", Slip.PRIVATE),
)
"""A heading, what stands below it, and what it means."""


def test_a_file_is_known_by_its_headings(subtests: pytest.Subtests) -> None:
    for headings, sort in SORTS.items():
        with each(subtests, headings):
            assert type(either_of(";".join("x" for _ in headings.split(";")), headings=headings)) is sort


def test_a_list_that_names_no_supplier_in_any_row_is_a_plan() -> None:
    headings = "Leverantör;Diarienummer;Titel;Start"
    assert isinstance(either_of(";UH-1;Målning;2027-03-01", headings=headings), PlanList)


def test_a_plan_without_rows_says_so() -> None:
    assert either_of(headings="Upphandling;Bransch;Planerad start") == UnfitPlan(Refusal.EMPTY)


def test_a_cell_means_what_it_says_below_its_heading(subtests: pytest.Subtests) -> None:
    for heading, cell, meant in CELLS:
        with each(subtests, f"{heading}: {cell}"):
            (column,) = headings_of(PLAN, row_of(heading)).places
            assert read(column, cell, heading) == meant


def test_the_templates_headings_are_read_in_both_languages() -> None:
    for language in Language:
        first = rows_of(plan_sheet.template(language))[0]
        assert list(headings_of(PLAN, first).places) == list(IN_TEMPLATE)


def test_requirements_in_columns_of_their_own_are_told_together() -> None:
    headings = "Upphandling;Sociala krav;Miljökrav;Värde"
    rows = ("Målning;ja;nej;4 milj", "Blommor;nej;nej;500 tkr", "Stängsel;nej;;1 milj", "Kurs;;;800 tkr")
    said = [one.requirements for one in listed(*rows, headings=headings).procurements]
    assert [each_one.after(None) for each_one in said] == [(SOCIAL,), (), None, None]
    assert [each_one.after((GREEN,)) for each_one in said] == [(SOCIAL,), (), (GREEN,), (GREEN,)]


def test_what_is_wrong_is_told_by_its_row_and_two_rows_about_the_same_are_told_apart() -> None:
    rows = (
        "Målning;4 milj;UH-1", "Blommor;500 tkr;", "Stängsel;1 milj;", "Kurs;800 tkr;UH-2", "Mattor;x;",
        "blommor ;600 tkr;", "Annat;1 milj;uh-2", ";2 milj;UH-7", "Blommor;1 milj;UH-9",
    )  # fmt: skip
    found = listed(*rows, headings="Upphandling;Värde;Diarienummer")
    assert [(each_one.row, each_one.column, each_one.slip, each_one.about) for each_one in found.mistakes] == [
        (6, PlanColumn.VALUE, Slip.NOT_AN_AMOUNT, ""),
        (7, PlanColumn.TITLE, Slip.SAME_AS_ABOVE, "3"),
        (8, PlanColumn.REGISTRY_NUMBER, Slip.SAME_AS_ABOVE, "5"),
        (9, PlanColumn.TITLE, Slip.MISSING, ""),
        (10, PlanColumn.TITLE, Slip.SAME_AS_ABOVE, "3"),
    ]
    assert (len(found.procurements), found.wrong) == (4, 5)


def test_titles_between_and_sums_below_are_passed_over_and_said() -> None:
    rows = ("Fastighet;;", "Målning;4 milj;2027-03-01", "Summa;4 milj;")
    found = either_of(*rows, headings="Upphandling;Värde;Planerad start")
    assert isinstance(found, PlanList)
    assert [(note.kind.value, note.text) for note in found.found.notes] == [("sums", "4"), ("lone_texts", "2")]
    assert listing_of(found.found).procurements == (
        ListedProcurement(3, "Målning", value=4_000_000, planned_on=date(2027, 3, 1)),
    )


def either_of(*rows: str, headings: str) -> object:
    return either_list(tabs_of_file(csv(*rows, headings=headings)))


def listed(*rows: str, headings: str) -> PlanListing:
    found = either_of(*rows, headings=headings)
    assert isinstance(found, PlanList)
    return listing_of(found.found)


def row_of(*cells: str) -> Any:
    return rows_of(csv(headings=";".join(cells)))[0]
