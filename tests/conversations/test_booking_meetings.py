"""Booking a dialogue meeting: few questions, one transaction, and an invitation for everyone else."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from domain.meeting import MeetingKind, MeetingStatus
from domain.meeting_reminder import MeetingReminder
from storage.ledger import LedgerRow
from storage.meetings.meeting import Meeting
from tests.city import City
from tests.meetings import contract_of, meetings_of


async def test_a_meeting_is_booked_by_text_and_everyone_is_invited(city: City) -> None:
    contract_id = await contract_of(city, city.maleri)
    text = await city.coordinator.walks_booking(contract_id)
    assert text.startswith("Mötet är bokat.")
    assert "torsdag 10 december 2026 kl. 10.00 (60 minuter)" in text
    assert "Mira Holm – har inte svarat" in text
    assert "Karin Ek – kommer" in text
    invited = city.maleri.last
    assert invited.words.startswith("Inbjudan: Startmöte med Exempelmåleriet AB")
    assert "Stadshuset, rum 214" in invited.words
    assert "KS 2026/17 Målning" in invited.words
    assert city.maleri.buttons == ["1. Kommer", "2. Kan inte", "3. Föreslå annan tid"]
    assert city.matcher_a.received == []


async def test_what_is_kept_is_all_that_follows(city: City) -> None:
    contract_id = await contract_of(city, city.maleri)
    await city.coordinator.walks_booking(contract_id)
    (meeting,) = await meetings_of(city)
    assert (meeting.kind, meeting.status, meeting.sequence) == (MeetingKind.START_UP, MeetingStatus.PLANNED, 0)
    assert meeting.starts_at == datetime(2026, 12, 10, 9, tzinfo=UTC)
    assert meeting.ask_at == datetime(2026, 12, 10, 10, tzinfo=UTC)
    assert (meeting.reminded, meeting.remind_at) == (MeetingReminder.NONE, datetime(2026, 12, 3, 7, tzinfo=UTC))
    assert meeting.uid.endswith("@steget")
    planned = await city.asks(
        lambda session: session.scalar(select(LedgerRow).where(LedgerRow.event == "meeting_planned"))
    )
    assert planned is not None
    assert (planned.contract_id, planned.about) == (contract_id, f"meeting:{meeting.id}")


async def test_everyone_gets_a_file_for_their_calendar(city: City) -> None:
    await city.coordinator.walks_booking(await contract_of(city, city.maleri))
    for chat in (city.maleri, city.coordinator):
        (shown,) = [message for message in chat.received if message.kind == "document"]
        file = city.telegram.shelf.find(shown.file_id)
        assert file is not None
        assert (file.file_name, file.mime_type) == ("möte-Exempelmåleriet-AB.ics", "text/calendar")
        assert b"METHOD:PUBLISH" in file.content


async def test_a_contract_is_found_by_the_suppliers_name_or_its_number(city: City) -> None:
    await contract_of(city, city.maleri)
    await contract_of(city, city.park, number="KS 2026/18", title="Parkskötsel")
    await city.coordinator.says("/moten")
    assert "Vilket avtal gäller mötet?" in await city.coordinator.presses("Boka möte")
    assert len(city.coordinator.buttons) == 3
    text = await city.coordinator.says("påhittade")
    assert text.startswith("Jag har sökt på det du skrev.")
    assert city.coordinator.buttons[0] == "1. Påhittade Parker AB, KS 2026/18"
    await city.coordinator.says("pahittade")
    assert city.coordinator.buttons[0] == "1. Påhittade Parker AB, KS 2026/18"
    await city.coordinator.says("2026/17")
    assert city.coordinator.buttons[0] == "1. Exempelmåleriet AB, KS 2026/17"
    text = await city.coordinator.says("finns inte")
    assert text.startswith("Jag hittar inget avtal som passar ”finns inte”.")
    assert city.coordinator.buttons[0] == "1. Visa förslag"
    await city.coordinator.says("1")
    assert "2. Påhittade Parker AB, KS 2026/18" in city.coordinator.buttons
    assert "Vilket slags möte är det?" in await city.coordinator.says("1")


async def test_what_is_due_next_is_suggested_first(city: City) -> None:
    contract_id = await contract_of(city, city.maleri)
    await city.coordinator.says("/moten")
    await city.coordinator.presses_forged(f"mb:{contract_id}:0")
    assert city.coordinator.buttons[0] == "1. Startmöte (närmast i tur)"
    await city.coordinator.says("1")
    assert city.coordinator.buttons[:4] == [
        "1. Om en vecka, 30 nov",
        "2. Om två veckor, 7 dec",
        "3. Om tre veckor, 14 dec",
        "4. Senaste dagen, 18 dec",
    ]


async def test_from_what_is_due_the_kind_is_known_already(city: City) -> None:
    contract_id = await contract_of(city, city.maleri)
    await city.coordinator.says("/moten")
    assert "Vilken dag är mötet?" in await city.coordinator.presses_forged(f"mb:{contract_id}:1")


@pytest.mark.parametrize(("day", "named"), [("lördag", "28 nov"), ("24/12", "24 dec")])
async def test_a_day_off_gets_a_gentle_word(city: City, day: str, named: str) -> None:
    contract_id = await contract_of(city, city.maleri)
    await city.coordinator.says("/moten")
    await city.coordinator.presses_forged(f"mb:{contract_id}:1")
    assert "Det är ingen vanlig arbetsdag." in await city.coordinator.says(day)
    assert city.coordinator.buttons[1] == f"2. Ja, {named} ändå"
    assert "Vilken tid börjar mötet?" in await city.coordinator.says("2")


async def test_the_next_working_day_is_one_press_away(city: City) -> None:
    contract_id = await contract_of(city, city.maleri)
    await city.coordinator.says("/moten")
    await city.coordinator.presses_forged(f"mb:{contract_id}:1")
    await city.coordinator.says("lördag")
    await city.coordinator.presses("Nästa arbetsdag, 30 nov")
    await city.coordinator.answers(
        "13.30", "45 min", "https://teams.microsoft.com/l/meetup-join/19%3ameeting_Nj@thread.v2/0", "Klart"
    )
    text = await city.coordinator.says("1")
    assert "måndag 30 november 2026 kl. 13.30 (45 minuter)" in text
    assert "19%3ameeting_Nj@thread.v2" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("03", "Det är en ovanlig tid"),
        ("snart", "Jag förstod inte tiden."),
        ("25", "Jag förstod inte tiden."),
        ("7", "Den tiden har redan varit."),
    ],
)
async def test_a_time_that_cannot_be_is_asked_for_again(city: City, text: str, said: str) -> None:
    contract_id = await contract_of(city, city.maleri)
    await city.coordinator.says("/moten")
    await city.coordinator.presses_forged(f"mb:{contract_id}:1")
    await city.coordinator.says("i dag")
    assert (await city.coordinator.says(text)).startswith(said)


async def test_matchers_are_chosen_and_contacts_can_be_left_out(city: City) -> None:
    contract_id = await contract_of(city, city.maleri)
    await city.coordinator.says("/moten")
    await city.coordinator.presses_forged(f"mb:{contract_id}:1")
    await city.coordinator.answers("10/12", "10", "2", "Stadshuset")
    assert city.coordinator.buttons[:4] == ["1. Mira Holm (är med)", "2. Anna Lind", "3. Bashir Nur", "4. Klart"]
    await city.coordinator.says("Anna Lind")
    await city.coordinator.says("1")
    assert city.coordinator.buttons[:2] == ["1. Mira Holm", "2. Anna Lind (är med)"]
    text = await city.coordinator.says("Klart")
    assert "Inbjudna: Anna Lind" in text
    assert "Ingen från leverantören får inbjudan härifrån." in text
    await city.coordinator.says("1")
    assert city.matcher_a.last_text.startswith("Inbjudan: Startmöte")
    assert city.maleri.received == []


async def test_another_contract_asks_anew_who_takes_part(city: City) -> None:
    first = await contract_of(city, city.maleri)
    await contract_of(city, city.park, number="KS 2026/18", title="Parkskötsel")
    await city.coordinator.says("/moten")
    await city.coordinator.presses_forged(f"mb:{first}:1")
    await city.coordinator.answers("10/12", "10", "2", "Stadshuset", "Klart")
    await city.coordinator.presses("Ändra avtal")
    assert "Vilka ska vara med?" in await city.coordinator.presses("Påhittade Parker AB")
    assert city.coordinator.buttons[0] == "1. Sam Dahl (är med)"


@pytest.mark.parametrize("who", ["maleri", "matcher_a"])
async def test_nobody_else_books(city: City, who: str) -> None:
    contract_id = await contract_of(city, city.maleri)
    chat = getattr(city, who)
    await chat.says("/moten")
    assert "Boka möte" not in " ".join(chat.buttons)
    await chat.presses_forged(f"mb:{contract_id}:0")
    assert "Vilket slags möte" not in chat.last_text
    assert await city.asks(lambda session: session.scalar(select(Meeting))) is None


async def test_whoever_writes_day_and_time_or_from_when_to_when_has_answered_both(city: City) -> None:
    contract_id = await contract_of(city, city.maleri)
    await city.coordinator.says("/moten")
    await city.coordinator.presses_forged(f"mb:{contract_id}:0")
    assert "Steg 3 av 7\nVilken dag är mötet?" in await city.coordinator.says("1")
    assert "Vilken dag är mötet?" in await city.coordinator.says("vecka 50")
    assert city.coordinator.last_text.startswith("Det är flera dagar. Skriv en av dem, till exempel 26/11")
    assert "Steg 5 av 7\nHur länge håller det på?" in await city.coordinator.says("torsdag 10 december 2026 kl. 10")
    await city.coordinator.presses("Tillbaka")
    assert "Steg 6 av 7\nVar är mötet?" in await city.coordinator.says("13–14.30")
    await city.coordinator.says("Stadshuset")
    await city.coordinator.presses("Klart")
    assert "torsdag 10 december 2026 kl. 13.00" in city.coordinator.last_text
    assert "90 minuter" in city.coordinator.last_text or "14.30" in city.coordinator.last_text
