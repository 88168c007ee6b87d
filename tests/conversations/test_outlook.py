"""What will go to whom in the coming 8 weeks: at any time, and before a file is taken in; and it comes true."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from domain.obligation import ObligationKind
from messages.button import base36
from tests.chat import Chat
from tests.city import City
from tests.contracts import MALERI, PARKER, has_contract
from tests.conversations.unmet import MIRA
from tests.domain.hours import at
from tests.obligations import has_obligation
from tests.placements import card_of, has_somebody, has_taken

BUTTON = "Det som skickas framöver"

SHEET = (
    "Leverantör;Diarienummer;Avtal;Startdatum;Slutdatum;Krav;Kontaktperson;E-post\n"
    "Exempelmåleriet AB;2026/8;Målning;2026-11-01;2028-11-30;dialogkrav;Mira Holm;mira@exempel.se\n"
    "Nya Golv AB;2026/9;Golv;2026-01-01;2028-11-30;dialogkrav;Nora Nyström;nora@exempel.se\n"
).encode()


def opening(day: date) -> datetime:
    return datetime.combine(day, time(7, 5), tzinfo=UTC)


async def looks_ahead(chat: Chat) -> str:
    await chat.says("/avtal")
    return await chat.presses(BUTTON)


async def test_a_leader_sees_by_week_what_goes_to_whom_and_it_comes_true(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 12, 14))
    text = await looks_ahead(city.coordinator)
    assert text.startswith("Det här skickas de närmaste 8 veckorna\nSå här blir det om inget händer innan.")
    assert "Vecka 48 (30 nov)" not in text
    assert "Vecka 49 (30 nov): 1 påminnelse" in text
    assert "Vecka 51 (14 dec): 1 puff" in text
    assert "Vecka 52 (21 dec): 1 puff" in text
    assert "Mira Holm, Exempelmåleriet AB: 3 meddelanden" in text
    assert "CSR-samordnarna: 3 meddelanden" in text
    lines = lines_of(await city.coordinator.presses("Mira Holm"))
    assert lines == [
        "30 nov 2026 · Påminnelse: Plan för erbjudanden (2026/1)",
        "14 dec 2026 · Puff: Plan för erbjudanden (2026/1)",
        "21 dec 2026 · Puff: Plan för erbjudanden (2026/1)",
    ]
    assert (await city.coordinator.presses("Till veckorna")) == text
    asked = lines_of(await city.coordinator.presses("CSR-samordnarna"))
    assert [line.split(" · ")[0] for line in asked] == ["30 dec 2026", "11 jan 2027", "18 jan 2027"]
    for line in sorted([*lines, *asked], key=day_of):
        heard_by = city.coordinator if line in asked else city.maleri
        await city.until(opening(day_of(line) - timedelta(days=1)))
        before = len(city.maleri.received), len(city.coordinator.received)
        await city.until(opening(day_of(line)))
        assert len(heard_by.received) == before[heard_by is city.coordinator] + 1, line
        assert sum(before) + 1 == len(city.maleri.received) + len(city.coordinator.received), line


async def test_booked_meetings_and_offers_that_wait_are_there_too(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await city.coordinator.schedules_meeting(contract, on="2026-12-10")
    await city.maleri.reports_internship()
    text = await looks_ahead(city.coordinator)
    assert "Vecka 50 (7 dec): " in text
    assert "4 mötespåminnelser" in text
    assert "Matcharna: 1 meddelande" in text
    assert "Startmöte (2026/1)" in await city.coordinator.presses("Mira Holm")


async def test_whether_a_placement_has_ended_is_asked_on_its_last_day(city: City) -> None:
    await has_contract(city, people=MIRA)
    await has_somebody(city, ends_on=date(2026, 12, 14))
    text = await looks_ahead(city.coordinator)
    assert "Vecka 51 (14 dec): 1" in text
    assert "Exempelmåleriet AB: 1 meddelande" in text


async def test_a_start_that_is_not_confirmed_is_asked_about_again_and_then_told_to_the_coordinators(city: City) -> None:
    await has_contract(city, people=MIRA)
    await has_taken(city)
    await card_of(city.matcher_a)
    await city.matcher_a.says_begun()
    assert "Exempelmåleriet AB: 1 meddelande" in await looks_ahead(city.coordinator)
    await city.until(at("2026-11-30 09:00"))
    text = await looks_ahead(city.coordinator)
    assert "Exempelmåleriet AB: 1 meddelande" not in text
    assert "CSR-samordnarna: 1 meddelande" in text


async def test_a_booked_meeting_is_for_what_is_due_first_and_the_next_of_its_kind_is_still_to_come(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    for due_on in (date(2026, 12, 14), date(2027, 1, 11)):
        await has_obligation(city, contract, ObligationKind.FOLLOW_UP, due_on, key=f"follow_up:{due_on}")
    await city.coordinator.schedules_meeting(contract, on="2027-01-08")
    await looks_ahead(city.coordinator)
    lines = lines_of(await city.coordinator.presses("Mira Holm"))
    reminded = [line.split(" · ")[0] for line in lines if "Påminnelse: Avstämning" in line]
    assert reminded == ["21 dec 2026"], lines


async def test_what_is_held_is_not_there(city: City) -> None:
    held = await has_contract(city, people=MIRA)
    other = await has_contract(city, PARKER, number="2026/2", people=("Sam Dahl",))
    for contract in (held, other):
        await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 12, 14))
    await city.coordinator.says("/avtal")
    await city.coordinator.presses_forged(f"as:{base36(held)}")
    await city.coordinator.presses("Pausa påminnelser")
    for answer in ("1", "Tills vidare"):
        await city.coordinator.says(answer)
    text = await looks_ahead(city.coordinator)
    assert "Avtal med pausade påminnelser är inte med." in text
    assert PARKER in text
    assert MALERI not in text


async def test_whoever_is_not_in_is_named_as_such(city: City) -> None:
    contract = await has_contract(city, "Tysta Trappan AB", people=("Ivar Tyst",))
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 12, 14))
    assert "Ivar Tyst, Tysta Trappan AB (inte med än)" in await looks_ahead(city.coordinator)
    assert "Till dess får CSR-samordnarna veta det i stället." in await city.coordinator.presses("Ivar Tyst")


async def test_many_come_in_pages_and_all_of_it_as_a_file(city: City) -> None:
    for number in range(10):
        contract = await has_contract(city, f"Bolag {number} AB", number=f"2026/{number}", people=(f"Person {number}",))
        await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 12, 14))
    text = await looks_ahead(city.coordinator)
    assert "Sida 1 av 2" in text
    second = await city.coordinator.presses("Nästa")
    assert "Vecka" not in second
    assert "Bolag 9 AB" in second
    await city.coordinator.presses("Allt som fil")
    rows = rows_of(city, city.coordinator)
    assert rows[0] == ["Dag", "Vecka", "Till", "Leverantör", "Vad", "Om", "Diarienummer"]
    assert [str(rows[1][0]), *rows[1][2:]] == [
        "2026-11-30", "Person 0", "Bolag 0 AB", "Påminnelse", "Plan för erbjudanden", "2026/0",
    ]  # fmt: skip


async def test_before_a_file_is_taken_in_it_says_what_it_would_send_by_either_way(city: City) -> None:
    await city.coordinator.does(lambda phone: phone.sends_document("avtal.csv", SHEET))
    assert "Inget är sparat än." in city.coordinator.last_text
    text = await city.coordinator.presses("Vad skickas i 8 veckor?")
    assert text.startswith("Det här skulle filen skicka på 8 veckor\nSå här blir det om inget händer innan.")
    assert "Mira Holm, Exempelmåleriet AB: " in text
    assert "Nora Nyström, Nya Golv AB (inte med än)" in text
    first = await city.coordinator.presses("Nora")
    assert "Startmöte" not in first, "that was before Steget"
    await city.coordinator.presses("Till veckorna")
    assert "börjat från i dag" in await city.coordinator.presses("Börja från i dag")
    assert "Startmöte (2026/9)" in await city.coordinator.presses("Nora")
    await city.coordinator.presses("Till veckorna")
    await city.coordinator.presses("Allt som fil")
    assert any(row[2] == "Nora Nyström" and row[5] == "Startmöte" for row in rows_of(city, city.coordinator))


async def test_what_the_file_would_send_is_what_it_sends(city: City) -> None:
    await city.coordinator.does(lambda phone: phone.sends_document("avtal.csv", SHEET))
    await city.coordinator.presses("Vad skickas i 8 veckor?")
    promised = lines_of(await city.coordinator.presses("Mira"))
    await city.coordinator.presses("Bara det som kommer")
    assert lines_of(await looks_ahead(city.coordinator) and await city.coordinator.presses("Mira")) == promised
    assert promised


async def test_once_the_file_is_put_away_nothing_is_said_of_it(city: City) -> None:
    await city.coordinator.does(lambda phone: phone.sends_document("avtal.csv", SHEET))
    pressed = city.coordinator.data("Vad skickas i 8 veckor?")
    await city.coordinator.presses("Avbryt")
    assert "Vecka" not in await city.coordinator.presses_forged(pressed)


@pytest.mark.parametrize("who", [lambda city: city.maleri, lambda city: city.matcher_a], ids=["supplier", "matcher"])
async def test_nobody_else_looks_ahead(city: City, who: Callable[[City], Chat]) -> None:
    await city.coordinator.does(lambda phone: phone.sends_document("avtal.csv", SHEET))
    for pressed in ("uo:0", "up:0:0", "uf", "io:1:0", "ip:1:0:0:0", "ih:1:0"):
        await who(city).says("/hjalp")
        assert "Det finns inte längre" in await who(city).presses_forged(pressed)


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if " · " in line]


def rows_of(city: City, chat: Chat) -> list[list[object]]:
    """The rows of the workbook that came last."""
    file = city.telegram.shelf.find(chat.last.file_id or "")
    assert file is not None
    sheet = CalamineWorkbook.from_filelike(BytesIO(file.content)).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python()]


def day_of(line: str) -> date:
    day, month, year = line.split(" · ", maxsplit=1)[0].split()
    return date(int(year), {"nov": 11, "dec": 12, "jan": 1}[month], int(day))
