"""A leader hands over a file with contracts: what it would do is shown, and done when they say so."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.contract import Clause
from domain.obligation import ObligationKind, ObligationStatus
from domain.role import Role
from domain.slot import SlotKind, Trade
from storage.contracts.contract import Contract
from storage.importing.sent_file import SentFile
from storage.ledger import LedgerRow
from storage.obligations.obligation import Obligation
from storage.people import contact, person
from storage.people.supplier import Supplier
from tests.city import City
from tests.importing.sheets import csv, hands_over, xlsx

PAINTING = (
    "Exempelmåleriet AB;556016-0680;Golv;Centrum;UH-2026-17;Måleritjänster;1 000 000,00;2026-12-01;2028-11-30;"
    "dialogkrav;;;;Mira Holm;mira@x.example;042-10 00 00;Nils Ask;;"
)
CLEANING = (
    "Städfirman AB;;Städ;;UH-2026-18;Städning;;2026-12-01;;sysselsättningskrav;3;Praktikplats;2027-06-30;Eva Lo;;;;;"
)
RUNNING = "Golvfirman AB;;Golv;;UH-2025-03;Golv;;2026-01-01;2027-12-31;;;;;;;;;;"
WRONG = "Fel AB;556016-0681;;;UH-2026-99;Fel;;2026-12-01;;;;;;;;;;;"


async def contracts(city: City) -> Sequence[Contract]:
    return await city.asks(lambda session: _all(session, select(Contract).order_by(Contract.id)))


async def obligations(city: City) -> Sequence[Obligation]:
    return await city.asks(lambda session: _all(session, select(Obligation).order_by(Obligation.due_on, Obligation.id)))


async def _all(session: AsyncSession, question: Select[Any]) -> Sequence[Any]:
    return (await session.scalars(question)).all()


async def is_wiped(city: City) -> bool:
    return all(each.content is None for each in await city.asks(lambda session: _all(session, select(SentFile))))


async def test_a_file_is_shown_first_and_taken_in_when_the_coordinator_says_so(city: City) -> None:
    text = await hands_over(city.coordinator, csv(PAINTING))
    assert "1 nytt avtal" in text
    assert "Det blir 10 åtaganden. Inget är sparat än." in text
    assert city.coordinator.buttons == ["1. Ta in alla: 10 åtaganden", "2. Vad skickas i 8 veckor?", "3. Avbryt"]
    assert await contracts(city) == []
    assert "Nya: 1 avtal" in await city.coordinator.says("1")
    (contract,) = await contracts(city)
    assert (contract.title, contract.value, contract.clause) == ("Måleritjänster", 1_000_000, Clause.DIALOGUE)
    assert (contract.starts_on, contract.ends_on) == (date(2026, 12, 1), date(2028, 11, 30))
    due = await obligations(city)
    assert [each.key for each in due[:3]] == ["start_up", "plan", "follow_up:1"]
    assert len(due) == 10
    assert all(each.status is ObligationStatus.OPEN and each.next_at is not None for each in due)
    assert await is_wiped(city)


async def test_what_was_missing_of_a_supplier_is_filled_in_and_what_was_there_stays(city: City) -> None:
    await hands_over(city.coordinator, csv(PAINTING))
    await city.coordinator.presses("Ta in alla")
    (contract,) = await contracts(city)
    firm = await city.asks(lambda session: session.get_one(Supplier, contract.supplier_id))
    assert (firm.name, firm.organisation_number, firm.area) == ("Exempelmåleriet AB", "556016-0680", "Centrum")
    assert firm.trade is Trade.PAINTING


async def test_contacts_are_noted_in_order_and_known_where_they_are_in_already(city: City) -> None:
    await hands_over(city.coordinator, csv(PAINTING))
    await city.coordinator.presses("Ta in alla")
    (contract,) = await contracts(city)
    first, second = await city.asks(lambda session: contact.of_contract(session, contract.id))
    mira = await city.asks(lambda session: person.by_telegram_id(session, city.maleri.phone.user_id))
    assert mira is not None
    assert (first.contact.name, first.contact.email, first.contact.phone) == (
        "Mira Holm",
        "mira@x.example",
        "042-10 00 00",
    )
    assert first.person is not None
    assert first.person.id == mira.id
    assert (second.contact.name, second.person) == ("Nils Ask", None)


async def test_a_requirement_becomes_an_obligation_with_its_number_and_day(city: City) -> None:
    await hands_over(city.coordinator, csv(CLEANING))
    await city.coordinator.presses("Ta in alla")
    (places,) = [each for each in await obligations(city) if each.kind is ObligationKind.PLACES]
    assert (places.slot_kind, places.places, places.due_on) == (SlotKind.INTERNSHIP, 3, date(2027, 6, 30))
    assert places.key == "places:internship:2027-06-30"
    (contract,) = await contracts(city)
    assert contract.clause is Clause.EMPLOYMENT
    assert contract.planned_until == date(2028, 11, 30)


async def test_the_same_file_again_changes_nothing_in_either_format(city: City) -> None:
    rows = [PAINTING, CLEANING]
    await hands_over(city.coordinator, csv(*rows))
    await city.coordinator.presses("Ta in alla")
    before = [each.__dict__.copy() for each in await obligations(city)]
    for content in (csv(*rows), xlsx(*(row.split(";") for row in rows))):
        text = await hands_over(city.coordinator, content)
        assert "2 oförändrade avtal" in text
        assert "Det finns inget att ta in." in text
        assert city.coordinator.buttons == []
    after = [each.__dict__.copy() for each in await obligations(city)]
    assert [row | {"_sa_instance_state": None} for row in before] == [
        row | {"_sa_instance_state": None} for row in after
    ]
    assert await is_wiped(city)


async def test_pressing_twice_takes_it_in_once(city: City) -> None:
    await hands_over(city.coordinator, csv(PAINTING))
    carried = city.coordinator.data("Ta in alla")
    await city.coordinator.presses("Ta in alla")
    text = await city.coordinator.presses_forged(carried)
    assert "är jag redan klar med" in text
    assert len(await contracts(city)) == 1


async def test_a_half_wrong_file_changes_nothing_until_somebody_takes_the_right_rows(city: City) -> None:
    text = await hands_over(city.coordinator, csv(PAINTING, WRONG))
    assert "1 avtal med fel" in text
    assert "Rad 3, Organisationsnummer: siffrorna stämmer inte." in text
    assert "556016-0681" not in text
    assert city.coordinator.buttons == [
        "1. Ta in de felfria",
        "2. Vad skickas i 8 veckor?",
        "3. Avbryt",
    ]
    assert await contracts(city) == []
    text = await city.coordinator.presses("Ta in de felfria")
    assert "1 avtal med fel är inte med." in text
    assert [each.registry_number for each in await contracts(city)] == ["UH-2026-17"]


async def test_many_mistakes_come_as_a_file_to_work_by(city: City) -> None:
    text = await hands_over(city.coordinator, csv(*[WRONG.replace("99", str(number)) for number in range(10, 18)]))
    assert "Och 3 till." in text
    await city.coordinator.presses("Det som ska rättas")
    assert city.coordinator.last.file_name == "att-rätta.xlsx"


async def test_running_contracts_go_on_with_what_is_to_come(city: City) -> None:
    text = await hands_over(city.coordinator, csv(RUNNING))
    assert "1 avtal har redan börjat." in text
    await city.coordinator.presses("Bara det som kommer")
    due = await obligations(city)
    assert [each.key for each in due if each.status is ObligationStatus.BEFORE] == [
        "start_up",
        "plan",
        "follow_up:1",
        "follow_up:2",
        "follow_up:3",
    ]
    assert len([each for each in due if each.status is ObligationStatus.OPEN]) == 5
    assert all((each.next_at is None) == (each.status is ObligationStatus.BEFORE) for each in due)


async def test_running_contracts_can_begin_from_today_without_a_storm(city: City) -> None:
    rows = [RUNNING.replace("UH-2025-03", f"UH-2025-{number}") for number in range(10, 22)]
    text = await hands_over(city.coordinator, csv(*rows))
    assert "utspritt på 3 veckor. Det blir 84 åtaganden." in text
    await city.coordinator.presses("Börja från i dag")
    due = await obligations(city)
    assert len([each for each in due if each.status is ObligationStatus.OPEN]) == 84
    start_ups = [each.due_on for each in due if each.key == "start_up:again"]
    assert len(start_ups) == 12
    assert max(start_ups.count(day) for day in start_ups) <= 5
    assert min(start_ups) > date(2026, 12, 20)


async def test_cancelling_keeps_nothing(city: City) -> None:
    await hands_over(city.coordinator, csv(PAINTING))
    assert "Filen avtal.csv är borttagen." in await city.coordinator.presses("Avbryt")
    assert await contracts(city) == []
    assert await is_wiped(city)


async def test_a_file_that_nobody_deals_with_is_forgotten_after_a_day(city: City) -> None:
    await hands_over(city.coordinator, csv(PAINTING))
    await city.later(timedelta(hours=23))
    assert not await is_wiped(city)
    await city.later(timedelta(hours=1))
    assert await is_wiped(city)
    assert "är jag redan klar med" in await city.coordinator.presses("Ta in alla")
    assert await contracts(city) == []


async def test_what_has_changed_since_it_was_shown_is_shown_anew(city: City) -> None:
    await hands_over(city.coordinator, csv(PAINTING, CLEANING))
    olle = await city.person("Olle Ny", Role.COORDINATOR)
    await hands_over(olle, csv(CLEANING))
    await olle.presses("Ta in alla")
    text = await city.coordinator.presses("Ta in alla")
    assert text.startswith("Något har ändrats sedan sist.")
    assert "1 nytt avtal" in text
    assert len(await contracts(city)) == 1
    await city.coordinator.presses("Ta in alla")
    assert len(await contracts(city)) == 2


async def test_a_night_can_make_a_change_too(city: City) -> None:
    """The start-up meeting was due on the day on which the file was shown."""
    await hands_over(city.coordinator, csv(RUNNING.replace("2026-01-01", "2026-10-24")))
    await city.later(timedelta(hours=22))
    text = await city.coordinator.presses("Ta in alla")
    assert text.startswith("Något har ändrats sedan sist.")
    assert "1 avtal har redan börjat." in text
    assert await contracts(city) == []


async def test_the_ledger_says_what_came_in_and_what_was_changed(city: City) -> None:
    await hands_over(city.coordinator, csv(PAINTING))
    await city.coordinator.presses("Ta in alla")
    await hands_over(city.coordinator, csv(PAINTING.replace("Måleritjänster", "Måleri")))
    assert "1 ändrat avtal" in city.coordinator.last_text
    await city.coordinator.presses("Ta in alla")
    (contract,) = await contracts(city)
    karin = await city.asks(lambda session: person.by_telegram_id(session, city.coordinator.phone.user_id))
    assert karin is not None
    rows: Sequence[LedgerRow] = await city.asks(
        lambda session: _all(session, select(LedgerRow).where(LedgerRow.contract_id == contract.id))
    )
    assert [(each.event, each.about, each.actor_id) for each in rows] == [
        ("contract_imported", f"contract:{contract.id}", karin.id),
        ("contract_changed", f"contract:{contract.id}", karin.id),
    ]


@pytest.mark.parametrize("action", ["ik", "ix", "iw"])
async def test_a_file_is_its_senders_alone(city: City, action: str) -> None:
    await hands_over(city.coordinator, csv(PAINTING))
    for chat in (city.maleri, city.matcher_a, await city.person("Olle Ny", Role.COORDINATOR)):
        await chat.says("/hjalp")
        await chat.presses_forged(f"{action}:1:0:1")
        assert chat.last_text.startswith(("Det finns inte längre", "That is not there"))
    assert await contracts(city) == []


async def test_nobody_but_leaders_may_hand_one_over(city: City) -> None:
    await city.matcher_a.does(lambda phone: phone.sends_document("avtal.csv", csv(PAINTING)))
    assert city.matcher_a.last_text.startswith("Du skickade en fil.")
    said = len(city.matcher_a.received)
    await hands_over(city.matcher_a, csv(PAINTING))
    assert len(city.matcher_a.received) == said
    assert "Det är CSR-samordnarna som gör det." in await city.matcher_a.says("/importera")


async def test_the_command_tells_how_and_brings_the_template(city: City) -> None:
    assert "Fyll i mallen" in await city.coordinator.says("/importera")
    assert city.coordinator.last.file_name == "avtalsmall.xlsx"
    file = city.telegram.shelf.find(city.coordinator.last.file_id)
    assert file is not None
    assert "Det finns inga avtal i filen." in await hands_over(city.coordinator, file.content, name="mall.xlsx")


async def test_columns_that_are_missing_are_said_at_once_with_the_templates_names(city: City) -> None:
    text = await hands_over(city.coordinator, csv("x;y", headings="Avtal;Start"))
    assert "– Leverantör\n– Diarienummer" in text
    assert city.coordinator.buttons == []


async def test_a_file_that_cant_be_read_says_what_to_do(city: City) -> None:
    text = await hands_over(city.coordinator, b"%PDF-1.7", name="avtal.pdf")
    assert text.startswith("Jag kan inte läsa avtal.pdf")
    assert "spara den som xlsx eller csv" in text
    assert await is_wiped(city)


async def test_an_open_form_has_the_last_word(city: City) -> None:
    await city.coordinator.says("/bjudin")
    assert "Vem vill du bjuda in?" in await hands_over(city.coordinator, csv(PAINTING))
