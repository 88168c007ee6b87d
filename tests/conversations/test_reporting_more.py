"""What makes reporting quick the second time: contracts, the calendar, the same again, another one, undo."""

from datetime import date, timedelta

from sqlalchemy import select

from domain.slot import SlotStatus
from storage.ledger import LedgerRow
from storage.people.supplier import Supplier
from tests.city import City
from tests.contracts import add_contract


async def has_contracts(city: City, *numbers: str, ends_on: date | None = None) -> None:
    """Exempelmåleriet has these contracts."""
    async with city.database.write() as session:
        firm = await session.scalar(select(Supplier).where(Supplier.name == "Exempelmåleriet AB"))
        assert firm is not None
        for number in numbers:
            await add_contract(
                session,
                firm.id,
                number,
                at=city.clock.now(),
                title="Måleritjänster",
                starts_on=date(2026, 1, 1),
                ends_on=ends_on,
            )


async def test_one_contract_is_taken_for_granted(city: City) -> None:
    await has_contracts(city, "UH-2026-17")
    await city.maleri.reports_internship()
    assert "Avtal: UH-2026-17 Måleritjänster" in city.maleri.last_text
    (slot,) = await city.slots()
    assert slot.contract_id == 1


async def test_with_several_contracts_one_is_asked_which(city: City) -> None:
    await has_contracts(city, "UH-2026-17", "UH-2026-18")
    await city.maleri.says("/rapportera")
    await city.maleri.says("1")
    assert "Steg 2 av 7" in city.maleri.last_text
    assert "Vilket avtal gäller det?" in city.maleri.last_text
    await city.maleri.presses("UH-2026-18")
    await city.maleri.answers("1", "2", "Centrum", "2", "2", "1")
    (slot,) = await city.slots()
    assert slot.contract_id == 2


async def test_a_contract_that_has_ended_is_not_offered(city: City) -> None:
    await has_contracts(city, "UH-2024-1", ends_on=date(2026, 11, 22))
    await city.maleri.reports_internship()
    (slot,) = await city.slots()
    assert slot.contract_id is None


async def test_a_day_is_chosen_in_the_calendar(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2", "Centrum")
    await city.maleri.presses("Visa kalender")
    assert city.maleri.buttons[:8] == ["nov 2026", "må", "ti", "on", "to", "fr", "lö", "sö"]
    assert "dec 2026 ›" in city.maleri.buttons
    assert "‹ okt 2026" not in city.maleri.buttons
    await city.maleri.presses("dec 2026")
    await city.maleri.presses("14")
    await city.maleri.presses("Visa kalender")
    await city.maleri.says("20")
    assert "Slut: onsdag 20 januari 2027" in city.maleri.last_text
    await city.maleri.presses("Skicka")
    (slot,) = await city.slots()
    assert (slot.starts_on, slot.ends_on) == (date(2026, 12, 14), date(2027, 1, 20))


async def test_a_day_that_has_passed_is_answered_in_the_calendar(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2", "Centrum")
    await city.maleri.presses("Visa kalender")
    await city.maleri.presses("10")
    assert "redan varit" in city.maleri.last_text
    await city.maleri.presses("må")
    assert "Tryck på ett datum" in city.maleri.last_text
    await city.maleri.presses("Tillbaka")
    assert "1. Nästa arbetsdag, 24 nov" in city.maleri.buttons


async def test_the_same_again_asks_only_for_the_days(city: City) -> None:
    await city.maleri.reports_internship(places=3, area="Råå")
    await city.maleri.says("/rapportera")
    await city.maleri.presses("Samma som förra · 3 praktikplatser · Måleri · Råå")
    assert "När är första dagen?" in city.maleri.last_text
    await city.maleri.presses("Måndag")
    await city.maleri.presses("8 veckor")
    assert "Antal: 3 platser" in city.maleri.last_text
    await city.maleri.presses("Skicka")
    assert [(slot.places, slot.area) for slot in await city.slots()] == [(3, "Råå"), (3, "Råå")]


async def test_several_slots_are_reported_in_a_row(city: City) -> None:
    await city.maleri.reports_internship()
    await city.maleri.presses("Erbjud något mer")
    assert "Steg 1\n" in city.maleri.last_text
    await city.maleri.answers("2", "1", "1", "Centrum", "2", "2", "1")
    assert len(await city.slots()) == 2


async def test_an_offer_that_nobody_has_taken_can_be_undone_for_ten_minutes(city: City) -> None:
    await city.maleri.reports_internship()
    await city.later(timedelta(minutes=9, seconds=59))
    await city.maleri.presses("Ångra")
    assert city.maleri.last_text.startswith("Erbjudandet är återkallat.")
    for matcher in (city.matcher_a, city.matcher_b):
        assert matcher.last_text.startswith("Återkallat.")
        assert matcher.buttons == []
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.WITHDRAWN
    events = await city.asks(lambda session: session.scalars(select(LedgerRow.event)))
    assert "slot_undone" in events.all()


async def test_undo_pressed_twice_is_one_undo(city: City) -> None:
    await city.maleri.reports_internship()
    data, message_id = city.maleri.data("Ångra"), city.maleri.last.message_id
    await city.maleri.presses_forged(data, message_id=message_id)
    await city.maleri.presses_forged(data, message_id=message_id)
    assert city.maleri.last_text.startswith("Erbjudandet är återkallat.")
    events = await city.asks(lambda session: session.scalars(select(LedgerRow.event)))
    assert events.all().count("slot_undone") == 1


async def test_an_undone_slot_cant_be_claimed(city: City) -> None:
    await city.maleri.reports_internship()
    claim = city.matcher_a.data("Jag tar den")
    await city.maleri.presses("Ångra")
    await city.matcher_a.presses_forged(claim)
    assert "Återkallat" in city.matcher_a.last_text
    (slot,) = await city.slots()
    assert slot.claimed_by is None


async def test_another_supplier_cant_undo_it(city: City) -> None:
    await city.maleri.reports_internship()
    await city.park.says("/hjalp")
    await city.park.presses_forged(city.maleri.data("Ångra"))
    (slot,) = await city.slots()
    assert slot.status is SlotStatus.OPEN
