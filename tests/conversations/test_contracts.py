"""/avtal: what a supplier and a coordinator see of contracts, and what nobody else does."""

import unicodedata
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import delete

from domain.contract import Clause
from domain.ledger_event import LedgerEvent
from domain.meeting import MeetingKind, MeetingStatus
from domain.obligation import ObligationKind, ObligationStatus
from domain.reference import Noun, Reference
from domain.role import Role
from domain.slot import SlotKind
from messages import everyone
from messages.message import Message
from storage import outbox
from storage.ledger import record
from storage.list_place import ListPlaceRow
from storage.meetings.meeting import Attendee
from storage.outbox import Lane, Method, OutboxState, Ring
from tests.city import City
from tests.contracts import TODAY, a_contract
from tests.meetings import add_meeting, has_meeting
from tests.meetings import at as clock_at
from tests.obligations import an_obligation

MIRA, ANNA, KARIN = 1, 3, 5
TEN_OCLOCK = clock_at("2026-12-01T09:00")


async def test_a_supplier_with_one_contract_sees_what_it_has_promised_what_is_next_and_what_is_done(city: City) -> None:
    contract = await a_contract(city)
    await an_obligation(city, contract, ObligationKind.START_UP, status=ObligationStatus.FULFILLED)
    await an_obligation(city, contract, ObligationKind.PLAN, due_on=date(2027, 1, 4))
    for due_on in (date(2027, 2, 1), date(2027, 5, 3)):
        await an_obligation(city, contract, ObligationKind.FOLLOW_UP, due_on=due_on)
    text = await city.maleri.says("/avtal")
    assert text.startswith("UH-2026-17 Målning av skolor\nGäller: 1 november 2026–31 december 2027")
    assert "Ni samarbetar med kommunens arbetsmarknadsförvaltning" in text
    assert "Härnäst\nPlan för erbjudanden · senast 4 januari 2027\nAvstämning · senast 1 februari 2027" in text
    assert "Klart (1)\nStartmöte" in text
    assert city.maleri.buttons == [
        "1. Erbjud en plats · Plan för erbjudanden",
        "2. Inget att erbjuda nu · Plan för erbjudanden",
        "3. Föreslå en tid · Avstämning",
        "4. Till listan",
    ]


async def test_where_nothing_has_happened_the_expectations_say_so_and_judge_nobody(city: City) -> None:
    await a_contract(city)
    text = await city.maleri.says("/avtal")
    assert "1. Samarbeta aktivt: inga påminnelser har behövts än." in text
    assert "2. Se och ge möjligheter: inget erbjudande än." in text
    assert "3. Ha en positiv attityd: det mäts inte här." in text
    assert "4. Delta aktivt i möten: inget möte har hållits än." in text
    assert text.endswith("Kommunens personal bedömer dem, inte jag.")


async def test_how_a_supplier_stands_is_told_from_facts(city: City) -> None:
    contract = await a_contract(city)
    answered, silent = [
        await an_obligation(city, contract, ObligationKind.ACTION, title=title) for title in ("Lista", "Karta")
    ]
    async with city.database.write() as session:
        for each in (answered, answered, silent):
            about = each.reference
            await record(session, LedgerEvent.OBLIGATION_REMINDED, at=city.clock.now(), supplier_id=1, about=about)
        about = answered.reference
        await record(
            session, LedgerEvent.OBLIGATION_ANSWERED, at=city.clock.now(), supplier_id=1, about=about, content="later"
        )
        for number, has_come in enumerate((True, False)):
            held = {"status": MeetingStatus.HELD, "uid": f"test-{number}", "created_at": city.clock.now()}
            meeting = await add_meeting(session, contract, MeetingKind.FOLLOW_UP, TEN_OCLOCK, **held)
            session.add(Attendee(meeting_id=meeting.id, person_id=MIRA, has_come=has_come))
            session.add(Attendee(meeting_id=meeting.id, person_id=ANNA, has_come=True))
    await city.maleri.reports_internship()
    text = await city.maleri.says("/avtal")
    assert "svar på 1 av 2 åtaganden som jag har påmint om" in text
    assert "1 erbjudande hittills" in text
    assert "med på 1 av 2 möten" in text


async def test_a_supplier_with_several_contracts_chooses_among_those_that_run(city: City) -> None:
    await a_contract(city, "UH-2026-1", title="Golv")
    await a_contract(city, "UH-2026-2", title="Tak")
    await a_contract(city, "UH-2020-9", title="Förr", ends_on=TODAY - timedelta(days=1))
    await a_contract(city, "UH-2026-3", title="Parker", supplier_id=2, contact=None)
    text = await city.maleri.says("/avtal")
    assert text == "Era avtal\nVälj ett för att se vad som är på gång.\n\n1. UH-2026-1 Golv\n2. UH-2026-2 Tak"
    assert (await city.maleri.says("2")).startswith("UH-2026-2 Tak")
    assert (await city.maleri.presses("Till listan")).startswith("Era avtal")


async def test_a_supplier_without_a_contract_is_told_whom_to_ask(city: City) -> None:
    text = await city.maleri.says("/avtal")
    assert text.startswith("Jag hittar inget avtal för er just nu.")
    assert "040-628 04 00" in text


async def test_in_english_it_says_the_same(city: City) -> None:
    contract = await a_contract(
        city, supplier_id=2, contact="Sam Dahl", person_id=2, ends_on=None, clause=Clause.EMPLOYMENT
    )
    await an_obligation(
        city, contract, ObligationKind.PLACES, slot_kind=SlotKind.INTERNSHIP, places=2, due_on=date(2027, 1, 4)
    )
    text = await city.park.says("/contracts")
    assert "Runs: from 1 November 2026, until further notice" in text
    assert "2 internship places · by 4 January 2027 · 0 of 2 have begun" in text


async def test_another_supplier_s_contract_and_obligation_are_not_found(city: City) -> None:
    contract = await a_contract(city)
    obligation = await an_obligation(city, contract)
    await a_contract(city, "UH-2026-3", title="Parker", supplier_id=2, contact=None)
    await city.park.says("/contracts")
    for code in ("as", "ah", "aa", "ar"):
        assert "no longer there" in await city.park.presses_forged(f"{code}:{contract.id}")
    for code in ("ao", "am", "aw", "af", "ag", "an", "au"):
        assert "no longer there" in await city.park.presses_forged(f"{code}:{obligation.id}")
    assert "no longer there" in await city.park.presses_forged("aq:0")
    assert "no longer there" in await city.park.presses_forged("ak")


async def test_what_is_not_found_leaves_an_open_form_its_last_word(city: City) -> None:
    obligation = await an_obligation(city, await a_contract(city))
    await city.park.says("/report")
    question = city.park.last_text
    for code in ("as", "ah", "aa", "ar", "ao", "am", "ag", "an", "au", "nl", "ns", "nd", "nw", "nc", "ne"):
        await city.park.presses_forged(f"{code}:{obligation.id}")
        assert city.park.received[-2].text.startswith("It is no longer there")
        assert city.park.last_text.endswith(question)


async def test_what_waits_for_the_coordinator_comes_first_in_the_order_of_how_much_it_waits(city: City) -> None:
    contract = await a_contract(city)
    late, formal = TODAY - timedelta(days=3), TODAY - timedelta(days=60)
    await an_obligation(city, contract, ObligationKind.FOLLOW_UP, due_on=formal, status=ObligationStatus.FORMAL)
    await an_obligation(city, contract, ObligationKind.PLAN, due_on=late)
    await an_obligation(city, contract, ObligationKind.START_UP, due_on=late, status=ObligationStatus.ESCALATED)
    await an_obligation(city, contract, ObligationKind.ANNUAL_REVIEW, due_on=TODAY)
    text = await city.coordinator.says("/avtal")
    assert text.startswith(
        "Väntar på dig (3)\n1. Exempelmåleriet AB · UH-2026-17\nStartmöte · skulle ha varit klart 20 november 2026"
    )
    assert text.index("Startmöte") < text.index("Plan för erbjudanden") < text.index("Avstämning")
    assert "Årsuppföljning" not in text
    assert text.endswith("Avtal (1)\n4. Exempelmåleriet AB · UH-2026-17 Målning av skolor")
    assert (await city.coordinator.says("2")).startswith(
        "Plan för erbjudanden\nSista dagen var: fredag 20 november 2026"
    )


async def test_a_long_queue_has_pages_of_its_own(city: City) -> None:
    contract = await a_contract(city)
    for number in range(8):
        due_on = TODAY - timedelta(days=20 - number)
        await an_obligation(city, contract, ObligationKind.ACTION, title=f"Sak {number}", due_on=due_on)
    await city.coordinator.says("/avtal")
    text = await city.coordinator.presses("Visa alla som väntar (8)")
    assert "Sida 1 av 2" in text
    assert "Sak 5" in text
    assert "Sak 6" in await city.coordinator.presses("Nästa sida")
    assert "Avtal (1)" in await city.coordinator.presses("Till listan")


@pytest.mark.parametrize("search", ["måleri", "MÅLERI", "maleri", "ma\u030aleri", "uh-2026-17", "26-17"])
async def test_contracts_are_found_by_their_supplier_s_name_or_their_number(city: City, search: str) -> None:
    await a_contract(city)
    await a_contract(city, "UH-2026-99", title="Parker", supplier_id=2, contact=None)
    text = await city.coordinator.says(f"/avtal {search}")
    typed = unicodedata.normalize("NFC", search)
    assert text == f"Avtal som passar ”{typed}” (1)\n1. Exempelmåleriet AB · UH-2026-17 Målning av skolor"


async def test_a_search_lasts_over_pages_and_cards_until_all_are_wanted_again(city: City) -> None:
    for number in range(7):
        await a_contract(city, f"UH-2026-{number}")
    await a_contract(city, "UH-2026-99", title="Parker", supplier_id=2, contact=None)
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("Sök")
    assert "Avtal som passar ”målerie” (7)" in await city.coordinator.says("målerie")
    assert "Sida 2 av 2" in await city.coordinator.presses("Nästa sida")
    await city.coordinator.presses("UH-2026-6")
    back = await city.coordinator.presses("Till listan")
    assert "Avtal som passar ”målerie” (7)" in back
    assert "Sida 2 av 2" in back
    assert "Avtal (8)" in await city.coordinator.presses("Visa alla avtal")


async def test_a_list_that_was_shown_before_its_place_was_kept_begins_anew(city: City) -> None:
    for number in range(7):
        await a_contract(city, f"UH-2026-{number}")
    await city.coordinator.says("/avtal målerie")
    await city.coordinator.presses("Nästa sida")
    await city.coordinator.presses("UH-2026-6")
    async with city.database.write() as session:
        await session.execute(delete(ListPlaceRow))
    back = await city.coordinator.presses("Till listan")
    assert "Avtal (7)" in back
    assert "Sida 1 av 2" in back


async def test_a_search_that_finds_nothing_says_how_to_search(city: City) -> None:
    await a_contract(city)
    assert "Jag hittar inget avtal som passar ”100%”." in await city.coordinator.says("/avtal 100%")


async def test_what_may_not_be_written_is_not_looked_for_either(city: City) -> None:
    await a_contract(city)
    text = await city.coordinator.says("/avtal 811218-9876")
    assert "personnummer" in text


async def test_a_coordinator_s_card_shows_the_contract_whom_to_call_and_what_is_expected(city: City) -> None:
    contract = await a_contract(city)
    await a_contract(city, "UH-2026-18", contact="Ny Person", person_id=None)
    await an_obligation(city, contract, due_on=date(2027, 1, 4))
    await an_obligation(city, contract, ObligationKind.START_UP, status=ObligationStatus.BEFORE)
    await has_meeting(city, contract.id, MeetingKind.FOLLOW_UP, TEN_OCLOCK)
    await city.coordinator.says("/avtal 26-17")
    text = await city.coordinator.says("1")
    assert "Krav: dialogkrav\nVärde: 4 000 000 kr" in text.replace("\xa0", " ")
    assert "Kontakt: Mira Holm · 040-123 45 · mira@exempel.se · med i Steget" in text
    assert "Nästa möte: Avstämning, tisdag 1 december 2026" in text
    assert "1. Plan för erbjudanden · senast 4 januari 2027\n2. Startmöte · påminns inte (före Steget)" in text
    assert [label for label in city.coordinator.buttons if "." in label][2:] == [
        "3. Boka möte",
        "4. Lägg till åtagande",
        "5. Ange vad leverantören sagt",
        "6. Historik",
        "7. Akt och dokument",
        "8. Leverantören",
        "9. Pausa påminnelser",
        "10. Till listan",
    ]
    await city.coordinator.says("/avtal 26-18")
    assert "Kontakt: Ny Person" in await city.coordinator.says("1")
    assert "inte med i Steget än" in city.coordinator.last_text


async def test_the_history_tells_line_by_line_who_was_reminded_and_who_did_what(city: City) -> None:
    contract = await a_contract(city)
    obligation = await an_obligation(city, contract)
    async with city.database.write() as session:
        reminded, escalated = LedgerEvent.OBLIGATION_REMINDED, LedgerEvent.OBLIGATION_ESCALATED
        for day, event, recipient in ((12, reminded, MIRA), (13, escalated, None)):
            await record(
                session,
                event,
                at=clock_at(f"2026-10-{day:02}T07:00"),
                supplier_id=1,
                contract_id=contract.id,
                about=Reference(Noun.OBLIGATION, obligation.id),
                recipient_id=recipient,
            )
        await record(session, LedgerEvent.SLOT_CLAIMED, at=city.clock.now(), contract_id=contract.id)
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("UH-2026-17")
    assert await city.coordinator.presses("Historik") == (
        "Historik för UH-2026-17 Målning av skolor, Exempelmåleriet AB\n"
        "13 okt 2026 · Plan för erbjudanden · till CSR-samordnaren\n"
        "12 okt 2026 · Plan för erbjudanden · påmind: Mira Holm"
    )
    assert "Åtaganden" in await city.coordinator.presses("Till avtalet")


async def test_a_long_history_has_pages_the_newest_first(city: City) -> None:
    contract = await a_contract(city)
    async with city.database.write() as session:
        for day in range(1, 21):
            at = clock_at(f"2026-10-{day:02}T07:00")
            await record(session, LedgerEvent.CONTRACT_CHANGED, at=at, actor_id=KARIN, contract_id=contract.id)
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("UH-2026-17")
    first = await city.coordinator.presses("Historik")
    assert first.split("\n")[1] == "20 okt 2026 · avtalet ändrades: Karin Ek"
    assert first.endswith("Sida 1 av 2")
    assert "1 okt 2026" in await city.coordinator.presses("Nästa sida")


async def test_an_administrator_leads_as_a_coordinator_does(city: City) -> None:
    await a_contract(city)
    chief = await city.person("Eva Sten", Role.ADMINISTRATOR)
    assert "Avtal (1)" in await chief.says("/avtal")
    await chief.presses("UH-2026-17")
    assert "Lägg till åtagande" in " ".join(chief.buttons)


async def test_a_reminder_that_never_arrived_counts_against_nobody(city: City) -> None:
    contract = await a_contract(city)
    obligation = await an_obligation(city, contract)
    async with city.database.write() as session:
        row_id = await outbox.queue(session, _row(city, OutboxState.UNREACHABLE), now=city.clock.now())
        about = obligation.reference
        await record(
            session, LedgerEvent.OBLIGATION_REMINDED, at=city.clock.now(), supplier_id=1, about=about, outbox_id=row_id
        )
    assert "inga påminnelser har behövts än" in await city.maleri.says("/avtal")


def _row(city: City, state: OutboxState) -> dict[str, Any]:
    return {
        "dedup_key": "test",
        "chat_id": city.maleri.phone.user_id,
        "person_id": MIRA,
        "method": Method.SEND_MESSAGE,
        "content": Message(everyone.NotFound()).content(),
        "lane": Lane.DUTY,
        "ring": Ring.ALWAYS,
        "state": state,
    }
