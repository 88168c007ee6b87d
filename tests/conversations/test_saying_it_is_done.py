"""What a supplier says about an obligation: nothing to offer, it is done; and that it was a mistake."""

from datetime import timedelta

from domain.obligation import ObligationKind, ObligationStatus
from storage.obligations.obligation import Obligation
from tests.city import City
from tests.contracts import a_contract
from tests.obligations import an_obligation, as_it_is, is_set
from tests.record import recorded


async def a_plan(city: City) -> Obligation:
    """A contract with nothing but its plan; the supplier looks at it."""
    plan = await an_obligation(city, await a_contract(city))
    await city.maleri.says("/avtal")
    return plan


async def test_nothing_to_offer_is_an_answer_that_fulfils_the_plan(city: City) -> None:
    plan = await a_plan(city)
    assert (await city.maleri.presses("Inget att erbjuda")).startswith("Varför har ni inget att erbjuda just nu?")
    text = await city.maleri.says("2")
    assert text.startswith("Tack för svaret!")
    assert "Skäl: Vi har lite att göra just nu\n\nSäg till när det ändras: /rapportera" in text
    now = await as_it_is(city, plan)
    assert (now.status, now.fulfilled_by, now.reason) == (
        ObligationStatus.FULFILLED,
        f"nothing:{plan.id}",
        "little_work",
    )
    assert city.coordinator.last_text == (
        "Mira Holm har inget att erbjuda just nu\nSkäl: Vi har lite att göra just nu\n"
        "Det räknas som svar på åtagandet ”Plan för erbjudanden”.\nExempelmåleriet AB · UH-2026-17"
    )


async def test_a_reason_in_own_words_is_guarded_as_every_reason(city: City) -> None:
    plan = await a_plan(city)
    await city.maleri.presses("Inget att erbjuda")
    assert "Skriv inga telefonnummer här." in await city.maleri.says("Ring Kalle på 070-174 06 35")
    await city.maleri.says("Vi bygger om hela verkstaden")
    assert (await as_it_is(city, plan)).reason == "Vi bygger om hela verkstaden"


async def test_it_can_be_undone_for_ten_minutes(city: City) -> None:
    plan = await a_plan(city)
    await city.maleri.presses("Inget att erbjuda")
    await city.maleri.says("1")
    await city.later(timedelta(minutes=9))
    text = await city.maleri.presses("Ångra")
    assert text.startswith("Ångrat.\nÖppet igen i avtalet UH-2026-17: Plan för erbjudanden.")
    assert (await as_it_is(city, plan)).status is ObligationStatus.OPEN
    assert city.coordinator.last_text.startswith("Mira Holm har ångrat sig: Plan för erbjudanden")


async def test_after_ten_minutes_it_stands(city: City) -> None:
    plan = await a_plan(city)
    await city.maleri.presses("Inget att erbjuda")
    await city.maleri.says("1")
    await city.later(timedelta(minutes=10))
    assert "Läge: klart" in await city.maleri.presses("Ångra")
    assert (await as_it_is(city, plan)).status is ObligationStatus.FULFILLED


async def test_only_a_plan_is_answered_with_nothing_to_offer(city: City) -> None:
    await a_plan(city)
    contract = await a_contract(city, "UH-2026-18")
    meeting = await an_obligation(city, contract, ObligationKind.START_UP)
    assert "finns inte längre" in await city.maleri.presses_forged(f"an:{meeting.id}")
    assert (await as_it_is(city, meeting)).status is ObligationStatus.OPEN


async def test_nothing_to_offer_about_what_is_done_already_shows_how_it_stands(city: City) -> None:
    plan = await a_plan(city)
    await is_set(city, plan, status=ObligationStatus.FULFILLED, fulfilled_by="slot:1")
    assert (await city.maleri.presses("Inget att erbjuda")).startswith("Det har redan hänt något annat.")
    assert await recorded(city, "obligation_fulfilled") == []


async def test_what_was_agreed_is_done_in_one_press_and_the_coordinator_hears_it(city: City) -> None:
    action = await an_obligation(city, await a_contract(city), ObligationKind.ACTION, title="Skicka en lista")
    await city.maleri.says("/avtal")
    text = await city.maleri.presses("Det är klart")
    assert text.startswith("Markerat som klart.\n\nSkicka en lista")
    assert city.coordinator.last_text.startswith("Mira Holm säger att det är klart: Skicka en lista")
    now = await as_it_is(city, action)
    assert (now.status, now.fulfilled_by, now.settled_by) == (ObligationStatus.FULFILLED, f"done:{action.id}", 1)
    await city.maleri.presses("Ångra")
    assert (await as_it_is(city, action)).status is ObligationStatus.OPEN


async def test_a_supplier_can_t_say_that_a_meeting_was_held(city: City) -> None:
    meeting = await an_obligation(city, await a_contract(city), ObligationKind.START_UP)
    await city.maleri.says("/avtal")
    assert "finns inte längre" in await city.maleri.presses_forged(f"ag:{meeting.id}")
    assert (await as_it_is(city, meeting)).status is ObligationStatus.OPEN
