"""A list that is longer than anybody counts says how far it goes at least, and leads on from page to page."""

from datetime import timedelta

from sqlalchemy import insert

from domain.meeting import MeetingKind, MeetingStatus
from domain.slot import SlotKind, SlotStatus, Trade
from storage.contracts.contract import Contract
from storage.looking_back import MOST_COUNTED
from storage.meetings.meeting import Meeting
from storage.slots.slot import Slot
from tests.city import City
from tests.contracts import a_contract

MANY = MOST_COUNTED + 20


async def add_slots(city: City) -> None:
    slot = {
        "supplier_id": 1,
        "reported_by": 1,
        "kind": SlotKind.INTERNSHIP,
        "trade": Trade.PAINTING,
        "places": 1,
        "area": "Centrum",
        "details": {},
        "starts_on": city.clock.now().date(),
        "status": SlotStatus.WITHDRAWN,
        "revision": 1,
        "reported_at": city.clock.now(),
    }
    async with city.database.write() as session:
        await session.execute(insert(Slot), [slot for _ in range(MANY)])


async def add_meetings(city: City, contract: Contract) -> None:
    held = {
        "contract_id": contract.id,
        "supplier_id": contract.supplier_id,
        "kind": MeetingKind.OTHER,
        "status": MeetingStatus.HELD,
        "minutes": 60,
        "place": "Stadshuset",
        "organised_by": 5,
        "sequence": 0,
        "revision": 1,
        "reminded": 0,
        "created_at": city.clock.now(),
    }
    each = [
        held | {"uid": f"meeting-{number}", "starts_at": city.clock.now() - timedelta(days=number)}
        for number in range(1, MANY + 1)
    ]
    async with city.database.write() as session:
        await session.execute(insert(Meeting), each)


async def test_a_long_list_of_slots(city: City) -> None:
    await add_slots(city)
    assert "Sida 1 av minst 50" in await city.coordinator.says("/platser")
    await city.coordinator.presses("Nästa sida")
    assert "Sida 2 av minst 51" in city.coordinator.last_text
    for _ in range(3):
        await city.coordinator.presses("Nästa sida")
    assert "Sida 5 av 54" in city.coordinator.last_text


async def test_a_long_list_of_meetings_that_have_been(city: City) -> None:
    await add_meetings(city, await a_contract(city))
    await city.coordinator.says("/moten")
    assert "Sida 1 av minst 50" in await city.coordinator.presses("Tidigare möten")
    await city.coordinator.presses("Nästa sida")
    assert "Sida 2 av minst 51" in city.coordinator.last_text
