"""Reminders rest, of one contract or of the whole city; nothing counts meanwhile, and going on makes no storm."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.demo.local_telegram import Message
from domain.meeting import MeetingKind, MeetingStatus
from domain.obligation import ObligationKind, ObligationStatus, Rung
from domain.slot import SlotStatus
from messages.button import base36
from storage.contracts.hold import Hold
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.city import City
from tests.contracts import MALERI, PARKER, has_contract
from tests.conversations.holding import holds, opens_card
from tests.conversations.unmet import DUE, MIRA, asked
from tests.meetings import has_meeting
from tests.obligations import has_obligation, obligation
from tests.record import times

PAUSED = "Påminnelser är pausade"


def opening(day: str) -> datetime:
    """A little after opening, in winter."""
    return datetime.fromisoformat(f"{day}T07:05").replace(tzinfo=UTC)


def said_since(chat: Chat, before: int) -> list[Message]:
    return chat.received[before:]


async def all_holds(city: City) -> list[Hold]:
    return list(await city.asks(lambda session: session.scalars(select(Hold).order_by(Hold.id))))


async def test_both_sides_read_why_and_until_when(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    card = await holds(city.coordinator, contract, "Sommar", "2027-08-17")
    assert f"{PAUSED} till 17 augusti 2027: sommar\nInget räknas som sent under tiden." in card
    assert any("Återuppta påminnelser" in each for each in city.coordinator.buttons)
    own = await city.maleri.says("/avtal")
    assert f"{PAUSED} till 17 augusti 2027: sommar\n" in own
    assert "ni kan svara som vanligt" in own
    assert "Pausa" not in " ".join(city.maleri.buttons)
    await city.coordinator.presses("Historik")
    assert "påminnelser pausade" in city.coordinator.last_text


async def test_what_is_to_be_done_says_so_too_to_both_sides(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    due = await has_obligation(city, contract, ObligationKind.PLAN, date(2027, 3, 1))
    await holds(city.coordinator, contract, "Tvist", "Tills vidare")
    for chat in (city.coordinator, city.maleri):
        await chat.says("/avtal")
        card = await chat.presses_forged(f"ao:{base36(due)}")
        assert f"{PAUSED} tills vidare: tvist eller oenighet\n" in card


async def test_in_english_it_says_the_same(city: City) -> None:
    contract = await has_contract(city, PARKER, people=("Sam Dahl",))
    await holds(city.coordinator, contract, "1", "Tills vidare")
    assert f"{PAUSED} tills vidare: pilot" in city.coordinator.last_text
    assert "Reminders are paused until further notice: pilot" in await city.park.says("/contracts")


async def test_while_held_nobody_hears_of_what_is_due_and_the_coordinators_are_not_asked(city: City) -> None:
    held = await has_contract(city, people=MIRA)
    other = await has_contract(city, PARKER, number="2026/2", people=("Sam Dahl",))
    due = [await has_obligation(city, each, ObligationKind.PLAN, DUE) for each in (held, other)]
    await holds(city.coordinator, held, "Pilot", "Tills vidare")
    before = len(city.maleri.received), len(asked(city.coordinator))
    for day in ("2026-11-24", "2026-11-30", "2026-12-07", "2026-12-14"):
        await city.until(opening(day))
    assert (len(city.maleri.received), len(asked(city.coordinator))) == (before[0], before[1] + 1)
    assert PARKER in asked(city.coordinator)[-1].words
    assert (await obligation(city, due[0])).rung == Rung.NONE
    assert (await obligation(city, due[1])).status is ObligationStatus.ESCALATED
    assert MALERI not in (await city.coordinator.says("/avtal")).split("Avtal (")[0], "it is not late either"


async def test_held_until_a_day_it_goes_on_by_itself_with_a_nudge_and_a_week_before_anybody_decides(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    plan = await has_obligation(city, contract, ObligationKind.PLAN, DUE)
    await holds(city.coordinator, contract, "Sommar", "2027-02-01")
    await city.until(opening("2027-01-29"))
    before = len(city.maleri.received)
    await city.until(opening("2027-02-01"))
    await city.until(opening("2027-02-02"))
    (nudge,) = said_since(city.maleri, before)
    assert "Plan för erbjudanden" in nudge.words
    assert PAUSED not in await opens_card(city.coordinator, contract)
    for day in ("2027-02-09", "2027-02-15"):
        await city.until(opening(day))
        assert not asked(city.coordinator)
    await city.until(opening("2027-02-16"))
    assert len(asked(city.coordinator)) == 1
    assert (await obligation(city, plan)).due_on == DUE


async def test_what_was_late_before_the_hold_does_not_reach_the_coordinators_as_soon_as_it_is_over(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, DUE)
    await city.later(timedelta(minutes=5))
    for day in ("2026-11-30", "2026-12-04"):  # nine working days late: the coordinators would hear on Monday
        await city.until(opening(day))
    await holds(city.coordinator, contract, "Sommar", "2027-02-01")
    await city.until(opening("2027-02-01"))
    before = len(city.maleri.received)
    for day in ("2027-02-02", "2027-02-05", "2027-02-08"):
        await city.until(opening(day))
    assert len(said_since(city.maleri, before)) == 1
    assert not asked(city.coordinator)
    await city.until(opening("2027-02-09"))
    assert len(asked(city.coordinator)) == 1


async def test_resumed_by_a_press_it_goes_on_the_next_working_day(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, DUE)
    await holds(city.coordinator, contract, "Tvist", "Tills vidare")
    await city.until(opening("2026-12-10"))
    before = len(city.maleri.received)
    await opens_card(city.coordinator, contract)
    card = await city.coordinator.presses("Återuppta påminnelser")
    assert PAUSED not in card
    assert any("Pausa påminnelser" in each for each in city.coordinator.buttons)
    await city.later(timedelta(hours=1))
    assert not said_since(city.maleri, before)
    await city.until(opening("2026-12-11"))
    assert len(said_since(city.maleri, before)) == 1
    (hold,) = await all_holds(city)
    assert hold.ended_by is not None
    await city.coordinator.presses("Historik")
    assert "påminnelser återupptagna" in city.coordinator.last_text


async def test_a_hold_that_is_changed_is_one_hold(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await holds(city.coordinator, contract, "Sommar", "2027-02-01")
    pressed = city.coordinator.data("Återuppta påminnelser").replace("or:", "op:")
    await city.coordinator.presses_forged(pressed)
    for answer in ("Annat skäl", "2027-03-01"):
        await city.coordinator.says(answer)
    assert f"{PAUSED} till 1 mars 2027\n" in city.coordinator.last_text
    assert len(await all_holds(city)) == 1


async def test_the_city_rests_and_then_goes_on_a_few_suppliers_a_week(city: City) -> None:
    companies = [f"Påhittade Bolag {number} AB" for number in range(7)]
    due = []
    for number, company in enumerate(companies):
        contract = await has_contract(city, company, number=f"2026/{number + 10}")
        due.append(await has_obligation(city, contract, ObligationKind.PLAN, DUE))
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("Pausa alla påminnelser")
    for answer in ("Sommar", "2027-02-01"):
        await city.coordinator.says(answer)
    assert f"{PAUSED} i hela kommunen till 1 februari 2027: sommar" in city.coordinator.last_text
    await city.until(opening("2027-01-29"))
    assert [(await obligation(city, each)).rung for each in due] == [Rung.NONE] * 7
    await city.until(opening("2027-02-01"))
    days = sorted([str((await obligation(city, each)).next_at)[:10] for each in due])
    assert days == ["2027-02-02"] * 5 + ["2027-02-09"] * 2


async def test_the_citys_hold_shows_on_each_card_and_both_are_needed_to_end(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await holds(city.coordinator, contract, "Pilot", "2027-01-11")
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("Pausa alla påminnelser")
    for answer in ("Sommar", "Tills vidare"):
        await city.coordinator.says(answer)
    assert f"{PAUSED} i hela kommunen tills vidare: sommar" in await city.maleri.says("/avtal")
    await city.coordinator.says("/avtal")
    await city.coordinator.presses("Återuppta alla påminnelser")
    assert f"{PAUSED} till 11 januari 2027: pilot" in await city.maleri.says("/avtal")


async def test_a_booked_meeting_is_reminded_of_and_a_summary_that_waits_is_not(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await city.coordinator.schedules_meeting(contract, on="2026-12-01")
    waits = await has_meeting(
        city,
        contract,
        MeetingKind.FOLLOW_UP,
        datetime(2026, 11, 20, 9, tzinfo=UTC),
        status=MeetingStatus.HELD,
        agreed="Vi hörs",
        confirm_at=datetime(2026, 11, 24, 9, tzinfo=UTC),
    )
    await holds(city.coordinator, contract, "Pilot", "Tills vidare")
    before = len(city.maleri.received)
    await city.until(opening("2026-11-30"))
    heard = [each.words for each in said_since(city.maleri, before)]
    assert waits
    assert heard
    assert all("1 december" in each for each in heard), heard


async def test_an_offer_that_nobody_takes_is_not_asked_about_while_held(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await city.maleri.reports_internship()
    async with city.database.write() as session:
        (await session.get_one(Slot, 1)).contract_id = contract
    await holds(city.coordinator, contract, "Sommar", "2026-12-07")
    before = len(city.maleri.received)
    await city.until(opening("2026-12-01"))
    assert not said_since(city.maleri, before)
    await city.until(opening("2026-12-07"))
    assert not said_since(city.maleri, before), "not on the very day"
    (slot,) = await city.slots()
    assert (slot.status, str(slot.next_at)[:10]) == (SlotStatus.OPEN, "2026-12-08")


async def test_whoever_asked_to_be_reminded_during_the_hold_hears_when_it_is_over(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 12, 7))
    await city.later(timedelta(minutes=5))
    await city.maleri.presses("Påminn mig senare")
    await holds(city.coordinator, contract, "Sommar", "2026-12-03")
    before = len(city.maleri.received)
    for day in ("2026-12-01", "2026-12-03"):
        await city.until(opening(day))
    assert not said_since(city.maleri, before)
    await city.until(opening("2026-12-04"))
    assert len(said_since(city.maleri, before)) == 1


@pytest.mark.parametrize("who", [lambda city: city.maleri, lambda city: city.matcher_a], ids=["supplier", "matcher"])
async def test_only_those_who_lead_hold_and_resume(city: City, who: Callable[[City], Chat]) -> None:
    contract = await has_contract(city, people=MIRA)
    for code in ("hp", "hr"):
        for number in (0, contract):
            await who(city).says("/hjalp")
            assert "Det finns inte längre" in await who(city).presses_forged(f"{code}:{base36(number)}")
    assert await all_holds(city) == []


async def test_today_is_no_day_to_hold_until(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    assert "Välj en dag från i morgon" in await holds(city.coordinator, contract, "Sommar", "idag")
    assert await times(city, "reminders_held") == 0
