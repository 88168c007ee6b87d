"""*Ring* and *Fel person* lead to a number, or to whoever writes one; whoever is not in is invited in one press."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select, update

from domain.obligation import ObligationKind
from storage.people.contact import Contact, of_contract
from storage.people.invitation import Invitation
from tests.city import City
from tests.contracts import has_contract
from tests.conversations.unmet import DUE, MIRA, TOP
from tests.obligations import has_obligation

TRAPPAN = "Tysta Trappan AB"


async def loses_numbers(city: City) -> None:
    """As in a register that never had them."""
    async with city.database.write() as session:
        await session.execute(update(Contact).values(phone=None))


async def reaches_the_top(city: City) -> int:
    """Nobody at Mira's company has done anything, and the coordinator is to decide; the contract."""
    contract = await has_contract(city, people=MIRA)
    await loses_numbers(city)
    await has_obligation(city, contract, ObligationKind.PLAN, DUE)
    await city.later(timedelta(minutes=5))
    for at in (datetime(2026, 11, 30, 7, 5, tzinfo=UTC), TOP):
        await city.until(at)
    return contract


async def test_where_no_phone_is_known_whoever_looks_it_up_writes_it_down_and_calls(city: City) -> None:
    contract = await reaches_the_top(city)
    text = await city.coordinator.presses("Ring")
    assert "Ingen telefon är känd: slå upp företagets nummer" in text
    assert city.coordinator.buttons == ["1. Jag har ringt", "2. Lägg till nummer"]
    await city.coordinator.presses("Lägg till nummer")
    assert "Jag ser inget telefonnummer" in await city.coordinator.says("vet ej")
    text = await city.coordinator.says("040-628 04 09")
    assert "Mira Holm, 040-628 04 09" in text
    assert city.coordinator.buttons == ["1. Jag har ringt"]
    (placed,) = await city.asks(lambda session: of_contract(session, contract))
    assert placed.contact.phone == "040-628 04 09"


async def test_where_nobody_is_named_the_number_comes_with_a_name(city: City) -> None:
    contract = await has_contract(city, TRAPPAN)
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 10, 1))
    await city.later(timedelta(minutes=5))
    await city.coordinator.presses("Ring")
    await city.coordinator.presses("Lägg till nummer")
    assert "inget namn" in await city.coordinator.says("040-628 04 09")
    assert "Ivar Tyst, 040-628 04 09" in await city.coordinator.says("Ivar Tyst 040-628 04 09")
    (placed,) = await city.asks(lambda session: of_contract(session, contract))
    assert placed.contact.name == "Ivar Tyst"


async def test_nobody_knows_the_right_person_so_the_coordinator_gets_what_there_is_or_the_way_to_it(city: City) -> None:
    contract = await has_contract(city, people=("Mira Holm", "Rut Sten"))
    await has_obligation(city, contract, ObligationKind.PLAN, DUE)
    await city.later(timedelta(minutes=5))
    await city.maleri.presses("Fel person")
    await city.maleri.presses("Vet inte")
    assert "Det här är vad vi har för avtalet:\nMira Holm, 040-628 04 01" in city.coordinator.last_text
    assert "Rut Sten, 040-628 04 01" in city.coordinator.last_text
    assert city.coordinator.buttons == []


async def test_the_right_person_without_a_number_leads_to_adding_one(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await loses_numbers(city)
    await has_obligation(city, contract, ObligationKind.PLAN, DUE)
    await city.later(timedelta(minutes=5))
    await city.maleri.presses("Fel person")
    await city.maleri.says("Ove Lund")
    assert "Ingen telefon är känd. Slå upp företagets nummer" in city.coordinator.last_text
    assert city.coordinator.buttons == ["1. Bjud in", "2. Lägg till nummer"]


async def test_where_nobody_can_be_reminded_each_contact_is_invited_in_one_press(city: City) -> None:
    contract = await has_contract(city, TRAPPAN, people=("Ivar Tyst", "Nora Berg"))
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 12, 7))
    await city.later(timedelta(minutes=5))
    told = city.coordinator.last
    assert "Ivar Tyst" in told.words
    assert city.coordinator.buttons == ["1. Ange vad leverantören sagt", "2. Bjud in Ivar Tyst", "3. Bjud in Nora Berg"]
    await city.coordinator.presses("Bjud in Ivar Tyst")
    await city.coordinator.presses("Bjud in Nora Berg")
    invited = await city.asks(lambda session: session.scalars(select(Invitation.name).order_by(Invitation.id)))
    assert list(invited) == ["Ivar Tyst", "Nora Berg"]


async def test_only_those_who_may_invite_or_lead_press_these(city: City) -> None:
    await has_contract(city, TRAPPAN, people=("Ivar Tyst",))
    for chat in (city.maleri, city.matcher_a):
        for pressed in ("iv:1", "iv:1:0", "nu:1"):
            await chat.says("/hjalp")
            assert (await chat.presses_forged(pressed)).startswith("Det finns inte längre")
    assert not list(await city.asks(lambda session: session.scalars(select(Invitation))))
