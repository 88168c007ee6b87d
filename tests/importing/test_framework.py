"""One number with several suppliers, a framework agreement, is one procurement with a contract for each of them."""

from pathlib import Path

import pytest
from sqlalchemy import select

from domain.obligation import ObligationKind
from domain.role import Role
from storage.contracts.contract import Contract
from storage.database import Database
from storage.obligations.obligation import Obligation
from storage.people.supplier import Supplier
from tests.city import City
from tests.importing.sheets import NUMBER, OTHER_NUMBER, csv, further, hands_over, row
from tests.importing.taking_in import looks, takes_in

CASE = Path(__file__).parent / "files" / "x20_framework_same_dnr.xlsx"
WANTED = {"places": "2", "slot_kind": "Praktikplats", "due_on": "2027-06-30"}


async def contracts(database: Database) -> list[tuple[str, str, str]]:
    """Number, supplier and title of each."""
    async with database.read() as session:
        rows = await session.execute(
            select(Contract.registry_number, Supplier.name, Contract.title)
            .join(Supplier, Supplier.id == Contract.supplier_id)
            .order_by(Contract.id)
        )
        return [(number, name, title) for number, name, title in rows]


async def test_a_framework_agreement_becomes_a_contract_for_each_supplier(city: City) -> None:
    karin = city.coordinator
    text = await hands_over(karin, CASE.read_bytes(), name="ramavtal.xlsx")
    assert "3 nya avtal" in text
    assert "3 nya avtal delar diarienummer med en annan leverantör: det blir ett avtal för varje leverantör." in text
    assert "Skriv likadant" not in text
    await karin.presses("Ta in alla")
    found = await contracts(city.database)
    assert len(found) == 3
    assert len({number for number, _, _ in found}) == 1
    assert len({name for _, name, _ in found}) == 3
    number = found[0][0]
    assert "3 oförändrade avtal" in await hands_over(karin, CASE.read_bytes(), name="ramavtal.xlsx")
    # Each is told apart by its supplier: in the list, on the buttons, on the card and in its history.
    text = await karin.says(f"/avtal {number}")
    for place, (_, name, _) in enumerate(sorted(found, key=lambda each: each[1]), start=1):
        assert f"{place}. {name} · {number}" in text
        assert f"{place}. {number} · {name}" in karin.buttons
    name = found[1][1]
    assert f"Leverantör: {name}" in await karin.presses(f"{number} · {name}")
    assert name in await karin.presses("Historik")


async def test_another_supplier_comes_in_under_a_number_that_is_here(database: Database) -> None:
    await takes_in(database, row(**WANTED))
    found = await looks(database, row(supplier="Andra AB", title=""))
    assert [each.beside for each in found.comparison.new] == [("Firman AB",)]
    await takes_in(database, row(supplier="Andra AB", title=""))
    assert await contracts(database) == [("A-1", "Firman AB", "Måleri"), ("A-1", "Andra AB", "Måleri")]
    async with database.read() as session:
        places = await session.scalars(select(Obligation).where(Obligation.kind == ObligationKind.PLACES))
        assert len(places.all()) == 1
    # What is told of one is not told of the other.
    changed = await looks(database, row(supplier="Andra AB", ends_on="2029-11-30"), row(title="", ends_on=""))
    assert [each.supplier.name for each in changed.comparison.changed] == ["Andra AB"]
    assert changed.comparison.unchanged == 1


async def test_several_rows_of_a_supplier_are_one_contract_where_they_agree(database: Database) -> None:
    lines = [row(organisation_number=NUMBER, **WANTED)] * 3
    found = await looks(database, *lines, row(supplier="Andra AB", organisation_number=OTHER_NUMBER))
    assert [each.listed.company.name for each in found.comparison.new] == ["Firman AB", "Andra AB"]
    assert [len(each.requirements) for each in found.comparison.new] == [1, 0]


@pytest.mark.parametrize(
    ("other", "column", "about"),
    [({"starts_on": "2027-01-01"}, "starts_on", "2026-12-01"), ({"title": "Golv"}, "title", "Måleri")],
)
async def test_rows_of_a_supplier_that_differ_are_asked_about(
    database: Database, other: dict[str, str], column: str, about: str
) -> None:
    found = await looks(database, row(), row(**other))
    (mistake,) = found.comparison.mistakes
    assert (mistake.row, mistake.column, mistake.slip, mistake.about) == (3, column, "not_as_above", about)


async def test_a_name_that_varies_under_one_organisation_number_is_asked_about(city: City) -> None:
    spelt = row("A-2", supplier="Firman Aktiebolag", organisation_number=NUMBER)
    text = await hands_over(city.coordinator, csv(row(organisation_number=NUMBER), spelt))
    assert "2 nya avtal" in text
    assert "A-2 Måleri, Firman AB" in text
    other = row("A-2", supplier="Helt annat AB", organisation_number=NUMBER)
    text = await hands_over(city.coordinator, csv(row(organisation_number=NUMBER), other))
    assert "Är det samma företag? Skriv samma namn. Annars: rätta numret. (tidigare: Firman AB)" in text


async def test_after_taking_in_whoever_is_not_in_is_invited_by_a_button(city: City) -> None:
    karin = city.coordinator
    await hands_over(karin, csv(row(contact="Eva Lo", deputy="Bo Ek"), further("A-1", **WANTED)))
    text = await karin.presses("Ta in alla")
    assert "2 kontaktpersoner är inte med i Steget än." in text
    assert karin.buttons == ["1. Bjud in alla (2)"]
    assert "2" in await karin.presses("Bjud in alla")


async def test_many_new_and_changed_contracts_come_as_a_file(city: City) -> None:
    karin = await city.person("Olle Ny", Role.COORDINATOR)
    text = await hands_over(karin, csv(*(row(f"A-{n}") for n in range(12))))
    assert "A-9 Måleri, Firman AB" in text
    assert "A-10" not in text
    assert "Och 2 till." in text
    await karin.presses("Nytt och ändrat, som fil")
    assert karin.last.file_name == "nytt-och-ändrat.xlsx"


async def test_what_takes_no_effect_yet_is_said(city: City) -> None:
    told = {"cadence": "1 gång per år", "counting": "Månader på heltid", "counts_from": "påbörjad eller erbjuden"}
    text = await hands_over(city.coordinator, csv(row(**told, **WANTED)))
    assert "Steget planerar avstämning varje kvartal tills vidare, även där filen säger varje år." in text
    assert "Där filen säger månader på heltid, eller att det räcker att erbjuda, räknar Steget så." in text
    await city.coordinator.presses("Ta in alla")
    async with city.database.read() as session:
        (kept,) = await session.scalars(select(Contract))
    assert (kept.cadence, kept.counting, kept.counts_from) == ("yearly", "months", "offered")
    assert await counted_as(city) == ("months", "offered", False)
    # A changed file is counted as it says now, and what is there is counted anew; a blank cell says nothing.
    await hands_over(city.coordinator, csv(row(counting="platser", counts_from="", **WANTED)))
    await city.coordinator.presses("Ta in alla")
    assert await counted_as(city) == ("places", "offered", True)


async def counted_as(city: City) -> tuple[str | None, str | None, bool]:
    """How the one number is counted, and whether the clock counts it anew."""
    async with city.database.read() as session:
        (number,) = await session.scalars(select(Obligation).where(Obligation.kind == ObligationKind.PLACES))
        return number.counting, number.counts_from, number.count_at is not None
