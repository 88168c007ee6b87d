"""A supplier that nobody is in for lives by phone: staff write down what it says, and it counts."""

from datetime import date, timedelta

from sqlalchemy import select

from domain.hearsay import HearsayStatus, Said
from domain.obligation import ObligationKind, ObligationStatus
from messages.button import base36
from storage.hearsay import Hearsay
from storage.slots.placement import Placement
from tests.chat import Chat
from tests.city import City
from tests.contracts import TODAY, has_contract
from tests.obligations import has_obligation, obligation

SILENT = "Tysta Trappan AB"
ENTER = "Ange vad leverantören sagt"
ON_THE_PHONE_TODAY = ("1", "1", "1")
"""The first contact, by phone, today."""


async def silent_contract(city: City) -> int:
    """The contract of a company that nobody is in for; its register has a contact."""
    return await has_contract(city, SILENT, number="2026/7", people=["Ivar Tyst"])


async def opens_contract(chat: Chat, contract_id: int) -> str:
    await chat.says("/avtal")
    return await chat.presses_forged(f"as:{base36(contract_id)}:0")


async def offers_by_phone(chat: Chat, contract_id: int, *, places: int = 1, area: str = "Hamnen") -> str:
    """An internship, as somebody of the staff heard it."""
    await opens_contract(chat, contract_id)
    await chat.presses(ENTER)
    await chat.presses("Erbjuder något")
    await chat.answers("1", "1", str(places), area, "2", "2", *ON_THE_PHONE_TODAY)
    return await chat.presses("Anteckna")


async def heard(city: City) -> list[Hearsay]:
    return list(await city.asks(lambda session: session.scalars(select(Hearsay).order_by(Hearsay.id))))


async def placements(city: City) -> list[Placement]:
    return list(await city.asks(lambda session: session.scalars(select(Placement).order_by(Placement.id))))


async def test_an_offer_by_phone_reaches_the_matchers_with_the_name_of_whoever_offered_it(city: City) -> None:
    contract_id = await silent_contract(city)
    plan = await has_obligation(city, contract_id, ObligationKind.PLAN, TODAY + timedelta(days=20), next_at=None)
    text = await offers_by_phone(city.coordinator, contract_id)
    assert text.startswith("Antecknat, och det räknas.\nIvar Tyst på Tysta Trappan AB, på telefon 23 november 2026:")
    assert "Därmed är ett åtagande i 2026/7 klart." in text
    assert "Tysta Trappan AB" in city.matcher_a.last_text
    await city.matcher_a.says("/platser")
    card = await city.matcher_a.presses("Hamnen")
    assert "Kontaktperson: Ivar Tyst" in card
    assert "Karin" not in card
    assert (await obligation(city, plan)).status is ObligationStatus.FULFILLED


async def says_that_somebody_has_begun(chat: Chat, area: str = "Hamnen") -> str:
    """The matcher has the slot, and says so."""
    await chat.says("/platser")
    card = await chat.presses(area)
    if "Jag tar den" in " ".join(chat.buttons):
        await chat.presses("Jag tar den")
    del card
    return await chat.presses("Någon har börjat")


async def test_the_yes_to_a_start_is_written_down_by_another_than_whoever_said_it(city: City) -> None:
    contract_id = await silent_contract(city)
    await offers_by_phone(city.coordinator, contract_id)
    told = await says_that_somebody_has_begun(city.matcher_a)
    assert told.startswith("Noterat. Ingen hos leverantören är med i Steget, så CSR-samordnaren ringer")
    assert city.coordinator.last_text.startswith("Fråga Tysta Trappan AB: har någon börjat hos dem?")
    assert "Ivar Tyst, 040-628 04 01" in city.coordinator.last_text
    own = await city.matcher_a.presses(ENTER)
    assert "Ja, någon har börjat" not in " ".join(city.matcher_a.buttons)
    await city.coordinator.presses(ENTER)
    yes = city.coordinator.data("Ja, någon har börjat")
    text = await city.matcher_a.presses_forged(yes)
    assert text.startswith("Någon annan på kommunen antecknar det här svaret")
    assert "De här kan anteckna svaret: Karin Ek, Bashir Nur" in text
    assert (await placements(city))[0].status is PlacementStatus.STARTED
    await city.coordinator.presses("Ja, någon har börjat")
    await city.coordinator.answers(*ON_THE_PHONE_TODAY)
    assert (await city.coordinator.presses("Anteckna")).startswith("Antecknat, och det räknas.")
    assert (await placements(city))[0].status is PlacementStatus.CONFIRMED
    assert city.matcher_a.last_text.startswith("Ivar Tyst bekräftar: någon har börjat\n1 av 1 plats")
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.FILLED
    del own
