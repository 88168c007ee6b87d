"""Suppliers are reminded of what is to be done, and answer in one press."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from domain.meeting import MeetingKind
from domain.obligation import ObligationKind, ObligationStatus, Rung
from domain.role import Role
from storage.ledger import LedgerRow, LedgerText
from storage.obligations.obligation import Obligation
from tests.city import City
from tests.contracts import PARKER, has_contract
from tests.conversations.nudges import IN_TEN_WORKING_DAYS, MIRA, nudges, opens
from tests.conversations.people import is_away
from tests.meetings import has_meeting
from tests.obligations import has_obligation, obligation


async def answers(city: City) -> list[str]:
    rows = await city.asks(
        lambda session: session.scalars(
            select(LedgerText.content)
            .join(LedgerRow, LedgerRow.id == LedgerText.ledger_id)
            .where(LedgerRow.event == "obligation_answered")
            .order_by(LedgerRow.id)
        )
    )
    return list(rows)


async def stands(city: City, obligation_id: int, status: ObligationStatus) -> None:
    """As it would after somebody has settled it."""
    async with city.database.write() as session:
        row = await session.get_one(Obligation, obligation_id)
        row.status, row.next_at = status, None


async def test_ten_working_days_before_the_contact_is_reminded_kindly(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    plan = await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await opens(city)
    assert city.maleri.last_text == (
        "Snart dags: Plan för erbjudanden, senast 7 december\n\n"
        "2026/1 Målning av skolor\n"
        "Berätta hur ni kan bidra: erbjud en plats, eller säg att ni inte har något att erbjuda just nu. "
        "Det är också ett svar.\n\n"
        "Vad vill du göra? Tryck på en knapp, eller svara med siffran.\n"
        "Vill du hellre prata med någon? Ring eller mejla 040-628 04 00."
    )
    assert city.maleri.buttons == [
        "1. Erbjud en plats",
        "2. Inget att erbjuda nu",
        "3. Påminn mig senare",
        "4. Fel person",
    ]
    assert (await obligation(city, plan)).rung == Rung.REMINDER
    await city.later(timedelta(days=3))
    assert len(nudges(city.maleri)) == 1


async def test_on_the_day_comes_the_nudge_and_five_days_later_the_second_contact_hears_too(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    contract = await has_contract(city, people=("Mira Holm", "Nils Ask"))
    await has_obligation(city, contract, ObligationKind.START_UP, IN_TEN_WORKING_DAYS)
    await opens(city)
    await city.until(datetime(2026, 12, 7, 7, 5, tzinfo=UTC))
    assert city.maleri.last_text.startswith(
        "I dag är sista dagen: Startmöte\n\n2026/1 Målning av skolor\nEtt kort möte"
    )
    assert city.maleri.buttons == ["1. Föreslå en tid", "2. Påminn mig senare", "3. Fel person"]
    assert (len(nudges(city.maleri)), len(nudges(nils))) == (2, 0)
    await city.until(datetime(2026, 12, 14, 7, 5, tzinfo=UTC))
    assert (len(nudges(city.maleri)), len(nudges(nils))) == (3, 1)


async def test_all_contracts_come_in_one_message_a_week_at_most(city: City) -> None:
    for number, day in enumerate((7, 8, 9), start=1):
        contract = await has_contract(city, people=MIRA, number=f"2026/{number}")
        await has_obligation(city, contract, ObligationKind.ACTION, date(2026, 12, day), title=f"Sak {number}")
    await opens(city)
    assert len(nudges(city.maleri)) == 1
    await city.later(timedelta(days=1))
    await city.later(timedelta(days=1))
    assert len(nudges(city.maleri)) == 1
    await city.until(datetime(2026, 11, 30, 7, 5, tzinfo=UTC))
    assert len(nudges(city.maleri)) == 2
    assert city.maleri.buttons == [
        "1. Sak 1 · 2026/1",
        "2. Sak 2 · 2026/2",
        "3. Sak 3 · 2026/3",
        "4. Påminn mig senare om allt",
    ]


async def test_each_of_several_opens_its_own_answers_and_leads_back(city: City) -> None:
    await _two_plans(city)
    await city.maleri.presses("2. Plan")
    assert "2026/2" in city.maleri.last_text
    assert "2026/1" not in city.maleri.last_text
    await city.maleri.presses("Till listan")
    assert "2026/1" in city.maleri.last_text
    await city.maleri.presses("2. Plan")
    await city.maleri.presses("Påminn mig senare")
    assert city.maleri.last_text.count("Jag påminner dig igen den 30 november 2026.") == 1
    assert city.maleri.buttons == [
        "1. Plan för erbjudanden · 2026/1",
        "2. Plan för erbjudanden · 2026/2",
        "3. Påminn mig senare om allt",
    ]
    assert len(nudges(city.maleri)) == 1
    await city.maleri.presses("Påminn mig senare om allt")
    assert await answers(city) == ["later", "later"]


async def test_later_means_in_a_week_and_a_second_press_changes_nothing(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await opens(city)
    data, message_id = city.maleri.data("Påminn mig senare"), city.maleri.last.message_id
    await city.maleri.presses("Påminn mig senare")
    assert "Jag påminner dig igen den 30 november 2026." in city.maleri.last_text
    assert city.maleri.buttons == ["1. Erbjud en plats", "2. Inget att erbjuda nu", "3. Fel person"]
    await city.maleri.presses_forged(data, message_id=message_id)
    assert await answers(city) == ["later"]
    await city.until(datetime(2026, 11, 30, 7, 5, tzinfo=UTC))
    assert len(nudges(city.maleri)) == 2


async def test_what_climbs_meanwhile_is_reminded_of_on_the_day_that_was_asked_for(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    plan = await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 12, 1))
    await opens(city)
    await city.later(timedelta(days=3))
    assert "den 3 december 2026" in await city.maleri.presses("Påminn mig senare")
    await city.until(datetime(2026, 12, 1, 7, 5, tzinfo=UTC))
    assert ((await obligation(city, plan)).rung, len(nudges(city.maleri))) == (Rung.NUDGE, 1)
    await city.until(datetime(2026, 12, 3, 7, 5, tzinfo=UTC))
    assert len(nudges(city.maleri)) == 2


async def test_who_asks_to_wait_beyond_the_coordinators_day_hears_so(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, date(2026, 11, 13))
    await opens(city)
    await city.maleri.presses("Påminn mig senare")
    assert (
        "Är det inte klart den 27 november 2026 får CSR-samordnaren frågan hur vi går vidare." in city.maleri.last_text
    )
    await city.until(datetime(2026, 11, 27, 7, 5, tzinfo=UTC))
    assert city.coordinator.last_text.startswith("Ditt beslut behövs")
    assert "Mira Holm svarade: påminn mig senare" in city.coordinator.last_text


async def test_doing_it_now_opens_the_report_with_the_contract_filled_in(city: City) -> None:
    await has_contract(city, number="2026/9")
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await opens(city)
    await city.maleri.presses("Erbjud en plats")
    await city.maleri.answers("1", "1", "2", "Centrum", "2", "2")
    assert "2026/1" in city.maleri.last_text
    await city.maleri.says("1")
    assert [slot.contract_id for slot in await city.slots()] == [contract]
    assert await answers(city) == ["now"]


async def test_a_promise_of_places_opens_the_report_with_their_kind_too(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(
        city, contract, ObligationKind.PLACES, IN_TEN_WORKING_DAYS, places=2, slot_kind="apprenticeship"
    )
    await opens(city)
    assert "Snart dags: 2 lärlingsplatser, senast 7 december" in city.maleri.last_text
    await city.maleri.presses("Erbjud en plats")
    assert "Vilken bransch" in city.maleri.last_text


async def test_what_is_done_by_then_is_not_reminded_of(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    plan = await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await stands(city, plan, ObligationStatus.FULFILLED)
    await opens(city)
    await city.later(timedelta(days=30))
    assert nudges(city.maleri) == []


async def test_an_old_reminder_says_how_it_stands_now(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    plan = await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    for status, words in (
        (ObligationStatus.FULFILLED, "Det är klart. Tack!"),
        (ObligationStatus.WAIVED, "Det behövs inte längre."),
        (ObligationStatus.FORMAL, "följer upp det här utanför Steget"),
        (ObligationStatus.DROPPED, "Det gäller inte längre."),
    ):
        if not nudges(city.maleri):
            await opens(city)
            data, message_id = city.maleri.data("Påminn mig senare"), city.maleri.last.message_id
        await stands(city, plan, status)
        await city.maleri.presses_forged(data, message_id=message_id)
        assert words in city.maleri.last_text
        assert city.maleri.buttons == []
    assert await answers(city) == []


async def test_while_a_meeting_of_its_kind_is_planned_the_ladder_waits(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    start_up = await has_obligation(city, contract, ObligationKind.START_UP, date(2026, 11, 13))
    await has_meeting(city, contract, MeetingKind.START_UP, datetime(2026, 12, 9, 9, tzinfo=UTC))
    await opens(city)
    await city.until(datetime(2026, 12, 9, 12, tzinfo=UTC))
    assert nudges(city.maleri) == []
    assert city.coordinator.received == []
    now = await obligation(city, start_up)
    assert (now.rung, now.next_at) == (Rung.NONE, datetime(2026, 12, 10, 7, tzinfo=UTC))


async def test_of_a_meeting_that_nobody_has_told_of_the_supplier_is_not_nudged_either(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.START_UP, date(2026, 11, 24))
    await has_meeting(city, contract, MeetingKind.START_UP, datetime(2026, 11, 23, 9, tzinfo=UTC))
    await opens(city)
    for day in (datetime(2026, 12, 8, 12, tzinfo=UTC), datetime(2027, 1, 29, 12, tzinfo=UTC)):
        await city.until(day)
        assert (len(nudges(city.maleri)), len(city.coordinator.received)) == (0, 0)


async def test_who_is_away_is_reminded_through_their_deputy(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await is_away(city.maleri, deputy="Nils Ask")
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await opens(city)
    assert nudges(city.maleri) == []
    assert nils.last_text.startswith("Till Mira Holm, som är borta. Du är ersättare.\n\nSnart dags: Plan")
    await nils.presses("Påminn mig senare")
    assert "Jag påminner dig igen" in nils.last_text


async def test_a_contact_who_is_not_in_yet_is_reminded_through_a_colleague(city: City) -> None:
    contract = await has_contract(city, people=("Rut Sten",))
    await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await opens(city)
    assert city.maleri.last_text.startswith("Till Rut Sten, som inte kan ta emot det just nu.")


async def test_without_contacts_the_oldest_of_the_company_is_reminded(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    contract = await has_contract(city)
    await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await opens(city)
    assert (len(nudges(city.maleri)), len(nudges(nils))) == (1, 0)


async def test_where_nobody_is_in_the_coordinators_hear_it_once_for_each_rung(city: City) -> None:
    contract = await has_contract(city, "Nya Firman AB", people=("Rut Sten",))
    await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await opens(city)
    assert city.coordinator.last_text == (
        "De här går inte att nå i Steget\n"
        "Det räknas inte som uteblivet svar. Ring eller mejla i stället.\n\n"
        "Plan för erbjudanden · senast 7 december 2026\n"
        "Nya Firman AB · 2026/1 Målning av skolor\n"
        "Rut Sten, 040-628 04 01, rut@example.se (inte med i Steget än)"
    )
    await city.later(timedelta(days=7))
    assert len(city.coordinator.received) == 1
    await city.until(datetime(2026, 12, 7, 7, 5, tzinfo=UTC))
    assert len(city.coordinator.received) == 2


async def test_a_reminder_that_comes_during_a_form_stands_above_its_question(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await city.maleri.says("/rapportera")
    await opens(city)
    assert "Vad vill ni erbjuda?" in city.maleri.last_text
    assert city.maleri.received[-2].words.startswith("Snart dags: Plan")


async def test_nobody_answers_for_another_company(city: City) -> None:
    contract = await has_contract(city, people=MIRA)
    plan = await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await opens(city)
    await city.park.says("hej")
    for action in ("nl", "ns", "nd", "nw", "nc", "ne"):
        await city.park.presses_forged(f"{action}:{plan}")
        assert city.park.last_text.startswith("It is no longer there")
    assert (await obligation(city, plan)).snoozed_until is None


async def test_in_english_too(city: City) -> None:
    contract = await has_contract(city, PARKER, people=("Sam Dahl",))
    await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await opens(city)
    assert city.park.last_text.startswith("Soon due: Plan for offers, by 7 December\n\n2026/1")
    await city.park.presses("Remind me later")
    assert "I will remind you again on 30 November 2026." in city.park.last_text


async def _two_plans(city: City) -> None:
    for number in (1, 2):
        contract = await has_contract(city, people=MIRA, number=f"2026/{number}")
        await has_obligation(city, contract, ObligationKind.PLAN, IN_TEN_WORKING_DAYS)
    await opens(city)
