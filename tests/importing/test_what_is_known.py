"""What is known of a contract before and after a file about it: docs/decisions/0025 has the same in one table.

A blank cell, or a column that is missing, changes nothing; what is to be taken away is said.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.commands import importing
from domain.contract_sheet import Column
from domain.obligation import ObligationKind, ObligationStatus
from handlers.importing import views
from handlers.importing.already_here import found_here
from handlers.importing.comparing import Comparison, compared
from handlers.importing.looking import Forecast
from storage.contracts.contract import Contract
from storage.database import Database
from storage.obligations.obligation import Obligation
from storage.people import contact
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement
from tests.city import settings_for
from tests.each import each
from tests.importing.read_list import listed
from tests.importing.sheets import csv
from tests.importing.taking_in import clock
from tests.storage.rows import NOW

CASES = Path(__file__).parent / "files"

FULL: dict[Column, str] = {
    Column.SUPPLIER: "Exempelmåleriet AB",
    Column.ORGANISATION_NUMBER: "556016-0680",
    Column.TRADE: "Måleri",
    Column.AREA: "Centrum",
    Column.REGISTRY_NUMBER: "KS 2026/17",
    Column.TITLE: "Måleritjänster",
    Column.VALUE: "1 000 000",
    Column.STARTS_ON: "2026-12-01",
    Column.ENDS_ON: "2028-11-30",
    Column.CLAUSE: "sysselsättningskrav",
    Column.PLACES: "2",
    Column.SLOT_KIND: "praktikplats",
    Column.DUE_ON: "2027-06-01",
    Column.CONTACT: "Mira Holm",
    Column.EMAIL: "mira@exempel.se",
    Column.PHONE: "042-10 50 00",
    Column.SECOND_CONTACT: "Nils Ask",
    Column.SECOND_CONTACT_EMAIL: "nils@exempel.se",
    Column.SECOND_CONTACT_PHONE: "042-10 50 01",
    Column.CADENCE: "halvår",
    Column.COUNTING: "platser",
    Column.COUNTS_FROM: "påbörjat eller erbjudet",
}
BY_WHICH_IT_IS_KNOWN = {Column.SUPPLIER, Column.REGISTRY_NUMBER}
OF_SECOND_CONTACT = {Column.SECOND_CONTACT, Column.SECOND_CONTACT_EMAIL, Column.SECOND_CONTACT_PHONE}
OF_REQUIREMENT = {Column.CLAUSE, Column.PLACES, Column.SLOT_KIND, Column.DUE_ON}
BLANK = {column: cell if column in BY_WHICH_IT_IS_KNOWN else "" for column, cell in FULL.items()}

HEADINGS = dict(
    zip(
        Column,
        [
            "Leverantör",
            "Organisationsnummer",
            "Bransch",
            "Område",
            "Diarienummer",
            "Avtal",
            "Värde (kr)",
            "Start",
            "Slut",
            "Krav",
            "Antal",
            "Typ av plats",
            "Senast",
            "Kontaktperson",
            "E-post",
            "Telefon",
            "Ersättare",
            "Ersättarens e-post",
            "Ersättarens telefon",
            "Avstämningsintervall",
            "Räknas som",
            "Räknas när",
        ],
        strict=True,
    )
)


def file(cells: dict[Column, str]) -> bytes:
    """A file with these columns alone."""
    return csv(";".join(cells.values()), headings=";".join(HEADINGS[column] for column in cells))


@dataclass(frozen=True)
class Known:
    """All that is known of the one contract that there is."""

    contract: tuple[Any, ...]
    supplier: tuple[Any, ...]
    procurement: tuple[Any, ...]
    contacts: tuple[Any, ...]
    obligations: tuple[Any, ...]


async def known(database: Database) -> Known:
    async with database.read() as session:
        contract = (await session.scalars(select(Contract))).one()
        firm = (await session.scalars(select(Supplier))).one()
        bought = (await session.scalars(select(Procurement))).one()
        placed = await contact.of_contract(session, contract.id)
        obligations = await session.scalars(select(Obligation).order_by(Obligation.due_on, Obligation.id))
        return Known(
            (
                contract.registry_number,
                contract.title,
                contract.starts_on,
                contract.ends_on,
                contract.clause,
                contract.value,
                contract.cadence,
                contract.counting,
                contract.counts_from,
            ),
            (firm.name, firm.organisation_number, firm.trade, firm.area),
            (bought.registry_number, bought.title, bought.trade, bought.value),
            tuple((one.contact.name, one.contact.email, one.contact.phone) for one in placed),
            tuple((one.key, one.due_on, one.status, one.places) for one in obligations),
        )


async def shown(database: Database, content: bytes) -> tuple[Forecast, list[str]]:
    """What the file would do, and the lines of the preview that say what would be otherwise."""
    settings = settings_for(str(database.url), "http://x")
    found = await importing.look(database, settings, content, clock=clock())
    assert isinstance(found, Forecast), found
    lines = importing.plainly(views.previewed("a", found), settings.language).splitlines()
    return found, [line.removeprefix("– ") for line in lines if line.startswith("– ")]


async def would_change(database: Database, content: bytes) -> Comparison:
    """The same without words, and read in this process: that it is read in one of its own is seen elsewhere."""
    listing = listed(content)
    async with database.read() as session:
        return compared(listing, await found_here(session, listing.contracts), NOW.date())


async def takes_in(database: Database, content: bytes) -> list[str]:
    """Take it in; what was shown to be otherwise."""
    found, lines = await shown(database, content)
    settings = settings_for(str(database.url), "http://x")
    assert not found.comparison.mistakes
    assert await importing.take_in(database, settings, found, begins_again=False, clock=clock()) is not None
    return lines


async def test_a_blank_or_missing_column_changes_nothing_of_what_is_known(
    database: Database, subtests: pytest.Subtests
) -> None:
    await takes_in(database, file(FULL))
    before = await known(database)
    blank = {f"{column} blank": FULL | {column: ""} for column in Column if column not in BY_WHICH_IT_IS_KNOWN}
    missing = {
        f"{column} missing": {name: cell for name, cell in FULL.items() if name is not column}
        for column in Column
        if column not in {*BY_WHICH_IT_IS_KNOWN, Column.TITLE, Column.STARTS_ON}
    }
    # An e-mail or a phone without whose it is is a mistake; so these go with the name.
    several = {
        "all but what it is known by blank": BLANK,
        "the requirement blank": {column: "" if column in OF_REQUIREMENT else cell for column, cell in FULL.items()},
        "the requirement missing": {column: cell for column, cell in FULL.items() if column not in OF_REQUIREMENT},
        "only the number": FULL | {Column.CLAUSE: "", Column.SLOT_KIND: "", Column.DUE_ON: ""},
        "the second contact alone": FULL | {Column.CONTACT: "", Column.EMAIL: "", Column.PHONE: ""},
        "the first contact alone": FULL | dict.fromkeys(OF_SECOND_CONTACT, ""),
        "the second contact missing": {
            column: cell for column, cell in FULL.items() if column not in OF_SECOND_CONTACT
        },
        "twice the same": FULL,
    }
    for name, cells in (blank | missing | several).items():
        with each(subtests, name):
            comparison = await would_change(database, file(cells))
            if name.startswith(("contact ", "deputy ")):
                # Nobody can be reached by an e-mail that is nobody's: a mistake, and nothing is taken in.
                assert comparison.wrong == 1
            else:
                assert not comparison.mistakes
                assert comparison.unchanged == 1, comparison.changed
            assert not comparison.is_of_use
    assert await known(database) == before


NOTHING_SAID = ("-", "–", "--", " ", ".", "n/a", "N/A", "saknas", "ej aktuellt", "?", "#SAKNAS!", "ja", "nej")
"""What people write where they have nothing to say; or what is asked about, such as "saknas" for an end."""

SAYS_SOMETHING = {
    *((column, word) for column in (Column.AREA, Column.TITLE) for word in ("ja", "nej")),
    *((column, word) for column in (Column.CONTACT, Column.SECOND_CONTACT) for word in ("ja", "nej")),
}


async def test_a_word_for_nothing_changes_nothing(database: Database, subtests: pytest.Subtests) -> None:
    await takes_in(database, file(FULL))
    for column in Column:
        for word in NOTHING_SAID:
            if column not in BY_WHICH_IT_IS_KNOWN and (column, word) not in SAYS_SOMETHING:
                comparison = await would_change(database, file(FULL | {column: word}))
                with each(subtests, f"{column}: {word}"):
                    assert not comparison.is_of_use, comparison.changed


async def test_a_number_with_other_capitals_and_spaces_is_known(database: Database, subtests: pytest.Subtests) -> None:
    await takes_in(database, file(FULL))
    for number in ("KS2026/17", "ks 2026/17", "KS  2026 / 17", "KS\u00a02026/17"):
        with each(subtests, number):
            assert (await would_change(database, file(FULL | {Column.REGISTRY_NUMBER: number}))).unchanged == 1
    lines = await takes_in(database, file(FULL | {Column.REGISTRY_NUMBER: "KS2026/17", Column.ENDS_ON: "2029-11-30"}))
    assert lines == ["Slut: 30 november 2029 (var 30 november 2028)"]
    beside = {Column.REGISTRY_NUMBER: "ks2026/17", Column.SUPPLIER: "Beta Golv AB", Column.ORGANISATION_NUMBER: ""}
    await takes_in(database, file(FULL | beside))
    async with database.read() as session:
        assert [each.registry_number for each in await session.scalars(select(Procurement))] == ["KS 2026/17"]


CHANGED = {
    "the title": ({Column.TITLE: "Målning"}, ["Avtal: Målning (var Måleritjänster)"]),
    "the value": ({Column.VALUE: "2 000 000"}, ["Värde (kr): 2\xa0000\xa0000 kr (var 1\xa0000\xa0000 kr)"]),
    "another end": ({Column.ENDS_ON: "2029-11-30"}, ["Slut: 30 november 2029 (var 30 november 2028)"]),
    "no end": ({Column.ENDS_ON: "tills vidare"}, ["Slut: tills vidare (var 30 november 2028)"]),
    "another number": (
        {Column.PLACES: "5"},
        ["Antal: 5 praktikplatser, senast 1 juni 2027 (var 2 praktikplatser, senast 1 juni 2027)"],
    ),
    "only another number": (
        {Column.PLACES: "5", Column.CLAUSE: "", Column.SLOT_KIND: "", Column.DUE_ON: ""},
        ["Antal: 5 praktikplatser, senast 1 juni 2027 (var 2 praktikplatser, senast 1 juni 2027)"],
    ),
    "another day": (
        {Column.DUE_ON: "2027-09-01"},
        ["Antal: 2 praktikplatser, senast 1 september 2027 (var 2 praktikplatser, senast 1 juni 2027)"],
    ),
    "no requirement": (
        {Column.PLACES: "0", Column.SLOT_KIND: "", Column.DUE_ON: "", Column.CLAUSE: ""},
        [
            "Antal: inget krav (var 2 praktikplatser, senast 1 juni 2027)",
            "Krav: dialogkrav (var sysselsättningskrav)",
        ],
    ),
    "another contact": (
        {Column.CONTACT: "Eva Lo", Column.EMAIL: "eva@exempel.se", Column.PHONE: ""},
        ["Kontaktperson: Eva Lo (var Mira Holm)", "E-post: eva@exempel.se"],
    ),
    "the cadence": ({Column.CADENCE: "årligen"}, ["Avstämningsintervall: varje år (var varje halvår)"]),
}


@pytest.mark.parametrize(("cells", "says"), CHANGED.values(), ids=CHANGED)
async def test_each_change_is_named_and_made_and_nothing_else(
    database: Database, cells: dict[Column, str], says: list[str]
) -> None:
    await takes_in(database, file(FULL))
    before = await known(database)
    assert await takes_in(database, file(FULL | cells)) == says
    after = await known(database)
    assert after != before
    assert not (await would_change(database, file(FULL | cells))).changed
    assert not (await would_change(database, file(BLANK))).changed
    assert await known(database) == after


NO_END_NOR_REQUIREMENT = FULL | dict.fromkeys((Column.ENDS_ON, *OF_REQUIREMENT), "")
TWO, FIVE = ("places:internship:2027-06-01", 2), ("places:internship:2027-06-01", 5)

ONE_AFTER_THE_OTHER: dict[str, tuple[dict[Column, str], date | None, tuple[str, int] | None]] = {
    "all columns": (FULL, date(2028, 11, 30), TWO),
    "the same again": (FULL, date(2028, 11, 30), TWO),
    "blank": (NO_END_NOR_REQUIREMENT, date(2028, 11, 30), TWO),
    "missing": ({column: cell for column, cell in NO_END_NOR_REQUIREMENT.items() if cell}, date(2028, 11, 30), TWO),
    "another end": (FULL | {Column.ENDS_ON: "2029-11-30"}, date(2029, 11, 30), TWO),
    "blank after that": (NO_END_NOR_REQUIREMENT, date(2029, 11, 30), TWO),
    "no end": (FULL | {Column.ENDS_ON: "tills vidare"}, None, TWO),
    "only a number": (NO_END_NOR_REQUIREMENT | {Column.PLACES: "5"}, None, FIVE),
    "none": (NO_END_NOR_REQUIREMENT | {Column.PLACES: "0"}, None, None),
    "all blank": (BLANK, None, None),
}


async def test_one_file_after_the_other_leaves_what_it_does_not_speak_of(
    database: Database, subtests: pytest.Subtests
) -> None:
    for name, (cells, ends_on, requirement) in ONE_AFTER_THE_OTHER.items():
        await takes_in(database, file(cells))
        async with database.read() as session:
            contract = (await session.scalars(select(Contract))).one()
            places = await session.scalars(
                select(Obligation).where(
                    Obligation.kind == ObligationKind.PLACES, Obligation.status == ObligationStatus.OPEN
                )
            )
            asked = [(one.key, one.places) for one in places]
        with each(subtests, name):
            assert contract.ends_on == ends_on
            assert asked == ([requirement] if requirement else [])


async def test_what_is_written_otherwise_is_not_changed(database: Database) -> None:
    await takes_in(database, file(FULL))
    otherwise = {
        Column.EMAIL: "Mira@Exempel.SE",
        Column.PHONE: "+46 42 10 50 00",
        Column.SECOND_CONTACT_PHONE: "0046(0)42105001",
        Column.SUPPLIER: "Exempelmåleriet Aktiebolag",
        Column.CONTACT: "mira  HOLM",
    }
    assert (await would_change(database, file(FULL | otherwise))).unchanged == 1


async def test_dialogkrav_beside_blank_numbers_is_asked_about(database: Database) -> None:
    await takes_in(database, file(FULL))
    blank = dict.fromkeys(OF_REQUIREMENT, "")
    comparison = await would_change(database, file(FULL | blank | {Column.CLAUSE: "dialogkrav"}))
    assert [each.slip for each in comparison.mistakes] == ["requirement_stands"]


async def test_the_files_that_lost_data_lose_none(database: Database, subtests: pytest.Subtests) -> None:
    await takes_in(database, (CASES / "b01_full.csv").read_bytes())
    before = await known(database)
    async with database.read() as session:
        (places,) = await session.scalars(select(Obligation).where(Obligation.kind == ObligationKind.PLACES))
    assert (places.status, places.places) == (ObligationStatus.OPEN, 2)
    for name in ("b02_blank_end_and_requirement.csv", "b03_missing_columns.csv", "b01_full.csv"):
        with each(subtests, name):
            found, _ = await shown(database, (CASES / name).read_bytes())
            assert found.comparison.unchanged == 1
            assert not found.comparison.is_of_use
    assert await known(database) == before
