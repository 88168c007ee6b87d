"""A company that nobody is in for lives a quarter by phone, through a coordinator, and is counted like any other."""

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.obligation import ObligationKind, ObligationStatus
from domain.slot import SlotKind
from storage.ledger import LedgerRow
from storage.obligations import obligation as obligations
from storage.results import year_result
from storage.slots import slot as slots
from tests.chat import Chat
from tests.city import City
from tests.contracts import has_contract
from tests.everything import on_both_in_soak
from tests.meetings import tells
from tests.obligations import has_obligation

SILENT = "Tysta Trappan AB"
ENTER = "Ange vad leverantören sagt"


async def card_of(chat: Chat, area: str) -> str:
    await chat.says("/platser")
    return await chat.presses(area)


async def writes_down(chat: Chat, said: str, *words: str) -> str:
    """What Ivar said on the phone today."""
    await chat.presses(said)
    await chat.answers(*words, "Ivar Tyst", "Telefon", "1")
    return await chat.presses("Anteckna")


async def contract_card(chat: Chat) -> str:
    await chat.says("/avtal")
    return await chat.presses("Tysta Trappan")


async def offers(chat: Chat, area: str, first_day: str) -> str:
    await contract_card(chat)
    await chat.presses(ENTER)
    return await writes_down(chat, "Erbjuder något", "1", "1", "1", area, first_day, "2")


async def history(chat: Chat) -> str:
    await contract_card(chat)
    return await chat.presses("Historik")


@on_both_in_soak
async def test_a_quarter_by_phone_counts_and_the_record_says_who_heard_what(city: City) -> None:
    contract_id = await has_contract(city, SILENT, number="2026/7", people=["Ivar Tyst"])
    due = date(2026, 11, 30)
    await has_obligation(city, contract_id, ObligationKind.START_UP, due)
    await has_obligation(city, contract_id, ObligationKind.PLAN, date(2026, 12, 18))
    await has_obligation(
        city, contract_id, ObligationKind.PLACES, date(2027, 1, 29), slot_kind=SlotKind.INTERNSHIP, places=1
    )
    # Nobody can be reminded: the coordinator hears it, calls, and writes down which time suits.
    await city.until(datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert city.coordinator.last_text.startswith("De här går inte att nå i Steget")
    await city.coordinator.presses(ENTER)
    text = await writes_down(city.coordinator, "Föreslår en tid", "torsdag kl. 10")
    assert "Tid: torsdag kl. 10" in text
    assert "Ingen på företaget är med i Steget" in text
    await city.coordinator.presses("Boka möte")
    await city.coordinator.says("/avbryt")
    await city.coordinator.schedules_meeting(contract_id, on="2026-11-26")
    await contract_card(city.coordinator)
    await hears_of_meeting(city.coordinator, "Kommer till mötet")
    assert "Ivar Tyst – kommer" in await meeting_card(city.coordinator)

    # The meeting is held, and what was agreed is confirmed, by phone too.
    await city.until(datetime(2026, 11, 26, 10, 30, tzinfo=UTC))
    await tells(city.coordinator, who="Någon annan därifrån", agreed="Ring varje fredag")
    await city.coordinator.presses(ENTER)
    assert "Sammanfattningen stämmer" in await writes_down(city.coordinator, "Sammanfattningen stämmer")

    # Two offers, of which a matcher fills one; the coordinator writes down the supplier's yes.
    assert "Därmed är ett åtagande i 2026/7 klart." in await offers(city.coordinator, "Hamnen", "2026-12-07")
    await offers(city.coordinator, "Centrum", "2026-12-14")
    await city.until(datetime(2026, 12, 8, 9, tzinfo=UTC))
    await card_of(city.matcher_a, "Hamnen")
    await city.matcher_a.presses("Jag tar den")
    await city.matcher_a.says_begun()
    assert city.coordinator.last_text.startswith("Fråga Tysta Trappan AB: har någon börjat hos dem?")
    await city.coordinator.presses(ENTER)
    assert "Därmed är ett åtagande i 2026/7 klart." in await writes_down(city.coordinator, "Ja, någon har börjat")

    await city.until(datetime(2027, 2, 22, 9, tzinfo=UTC))
    await counts_like_any_other(city, contract_id)
    await tells_who_heard_what(city)
    # Nobody was ever reminded, and nothing climbed.
    assert await city.asks(lambda session: ledger_events(session, "obligation_escalated")) == []


async def hears_of_meeting(chat: Chat, said: str) -> None:
    await meeting_card(chat)
    await chat.presses(ENTER)
    await writes_down(chat, said)


async def meeting_card(chat: Chat) -> str:
    await chat.says("/moten")
    return await chat.presses("Startmöte")


async def counts_like_any_other(city: City, contract_id: int) -> None:
    """What was promised is done, and the figures have it."""
    promised = await city.asks(lambda session: obligations.of_contract(session, contract_id))
    assert {each.kind: each.status for each in promised} == dict.fromkeys(
        (ObligationKind.START_UP, ObligationKind.PLAN, ObligationKind.PLACES), ObligationStatus.FULFILLED
    )
    zone = city.program.city.hours.zone
    begun = await city.asks(lambda session: year_result.begun(session, 2026, zone=zone))
    assert begun == {SlotKind.INTERNSHIP: 1}
    supplier_id = promised[0].supplier_id
    assert await city.asks(lambda session: slots.count_offered(session, supplier_id)) == 2
    card = await contract_card(city.coordinator)
    assert "2 erbjudanden hittills." in card, card
    assert "med på 1 av 1 möte." in card, card


async def tells_who_heard_what(city: City) -> None:
    """The history says of each thing who heard whom, how and when; the ledger has the same, sealed."""
    told = await history(city.coordinator) + await city.coordinator.presses("Nästa sida")
    for day, said in (
        ("24 nov", "Föreslår en tid"),
        ("24 nov", "Kommer till mötet"),
        ("26 nov", "Sammanfattningen stämmer"),
        ("26 nov", "Erbjuder något"),
        ("8 dec", "Ja, någon har börjat"),
    ):
        assert f"Karin Ek (CSR-samordnare) antecknade vad Ivar Tyst sagt på telefon {day}: {said}" in told, told
    rows = await city.asks(lambda session: ledger_events(session, "supplier_heard"))
    assert len(rows) == 6
    assert {row.actor_id for row in rows} == {5}
    assert {row.supplier_id for row in rows} == {rows[0].supplier_id}


async def ledger_events(session: AsyncSession, event: str) -> list[LedgerRow]:
    return list(await session.scalars(select(LedgerRow).where(LedgerRow.event == event).order_by(LedgerRow.id)))
