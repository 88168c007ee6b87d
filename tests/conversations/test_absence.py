"""Being away, and who gets what would have come."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.language import Language
from domain.role import Role
from storage.ledger import LedgerRow
from tests.city import City
from tests.conversations.people import IN_TWO_WEEKS, NEXT_MONDAY, card_of, is_away


async def test_a_matcher_who_is_away_gets_no_alerts_until_the_day_they_are_back(city: City) -> None:
    text = await is_away(city.matcher_a, deputy="Bashir Nur", until=NEXT_MONDAY)
    assert text.startswith("Du är borta. Tillbaka: måndag 30 november 2026.")
    assert "går till Bashir Nur" in text
    assert city.matcher_b.last_text.startswith("Du är ersättare för Anna Lind.")
    said = len(city.matcher_a.received)
    await city.maleri.reports_internship()
    assert len(city.matcher_a.received) == said
    assert "Praktikplats" in city.matcher_b.last_text
    await city.later(timedelta(days=7))
    await city.maleri.reports_internship(area="Råå")
    assert "Råå" in city.matcher_a.last_text


async def test_without_a_matcher_who_is_here_the_coordinators_hear_at_once(city: City) -> None:
    for matcher in (city.matcher_a, city.matcher_b):
        await is_away(matcher, deputy="2")
    await city.maleri.reports_internship()
    assert "Ingen matchare kan ta emot erbjudandet just nu" in city.coordinator.last_text


async def test_a_contacts_news_goes_to_their_deputy_who_sees_whom_it_is_for(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await city.maleri.reports_internship()
    await is_away(city.maleri, deputy="Nils Ask")
    said = len(city.maleri.received)
    await city.matcher_a.presses("Jag tar den")
    assert len(city.maleri.received) == said
    first, *rest = nils.last_text.split("\n")
    assert first == "Till Mira Holm, som är borta. Du är ersättare."
    assert "Anna Lind tar hand om ert erbjudande" in "\n".join(rest)


async def test_where_the_deputy_is_away_too_it_goes_one_step_further(city: City) -> None:
    nils, ida = [
        await city.person(name, Role.SUPPLIER, company="Exempelmåleriet AB") for name in ("Nils Ask", "Ida Rot")
    ]
    await city.maleri.reports_internship()
    await is_away(city.maleri, deputy="Nils Ask")
    await is_away(nils, deputy="Ida Rot")
    await city.matcher_a.presses("Jag tar den")
    assert ida.last_text.startswith("Till Mira Holm, som är borta.")


async def test_deputies_in_a_ring_are_no_loop_and_the_coordinators_hear_it(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await city.maleri.reports_internship()
    await is_away(city.maleri, deputy="Nils Ask")
    await is_away(nils, deputy="Mira Holm")
    await city.matcher_a.presses("Jag tar den")
    assert city.coordinator.last_text.startswith("Till Mira Holm, som inte kan ta emot det just nu.")
    assert "Anna Lind tar hand om ert erbjudande" in city.coordinator.last_text


async def test_without_a_deputy_nothing_is_lost(city: City) -> None:
    await city.maleri.reports_internship()
    text = await is_away(city.maleri)
    assert "går till CSR-samordnaren" in text
    await city.matcher_a.presses("Jag tar den")
    assert city.coordinator.last_text.startswith("Till Mira Holm, som inte kan ta emot det just nu.")


async def test_what_can_t_reach_somebody_who_has_blocked_the_bot_reaches_the_coordinators(city: City) -> None:
    await city.maleri.reports_internship()
    city.maleri.phone.blocks_bot()
    await city.settled()
    await city.matcher_a.presses("Jag tar den")
    assert city.coordinator.last_text.startswith("Till Mira Holm, som inte kan ta emot det just nu.")


async def test_answers_to_the_person_in_front_of_the_bot_are_theirs(city: City) -> None:
    await is_away(city.maleri)
    assert (await city.maleri.reports_internship()).startswith("Tack")


async def test_somebody_who_is_away_sees_until_when_and_can_be_back(city: City) -> None:
    await is_away(city.matcher_a, deputy="Bashir Nur")
    await city.matcher_a.says("/borta")
    assert city.matcher_a.last_text == "Du är borta. Tillbaka: måndag 7 december 2026.\nErsättare: Bashir Nur"
    await city.matcher_a.presses("Jag är tillbaka")
    assert city.matcher_a.last_text.startswith("Välkommen tillbaka!")
    await city.maleri.reports_internship()
    assert city.matcher_a.last_text.startswith("Praktikplats")
    rows = (await city.asks(lambda session: session.scalars(select(LedgerRow).order_by(LedgerRow.id)))).all()
    assert [row.event for row in rows if row.event.startswith("away")] == ["away_set", "away_ended"]


async def test_the_day_can_be_typed_or_taken_from_the_calendar_but_not_be_today(city: City) -> None:
    await city.matcher_a.says("/borta")
    await city.matcher_a.says("23/11")
    assert "Välj en dag från och med i morgon." in city.matcher_a.last_text
    await city.matcher_a.says("22/11")
    assert "redan varit" in city.matcher_a.last_text
    await city.matcher_a.presses("Visa kalender")
    await city.matcher_a.says("25")
    await city.matcher_a.presses("Ingen ersättare")
    assert city.matcher_a.last_text.startswith("Du är borta. Tillbaka: onsdag 25 november 2026.")


async def test_a_coordinator_notes_that_somebody_is_away_and_sets_a_deputy(city: City) -> None:
    await card_of(city.coordinator, "Anna Lind")
    await city.coordinator.presses("Ange frånvaro")
    assert "När är Anna Lind tillbaka?" in city.coordinator.last_text
    await city.coordinator.presses("Om 2 veckor")
    await city.coordinator.presses("Bashir Nur")
    assert city.coordinator.last_text.startswith("Anna Lind är borta. Tillbaka: måndag 7 december 2026.")
    assert city.matcher_a.last_text.startswith("Karin Ek har skrivit att du är borta")
    assert city.matcher_b.last_text.startswith("Du är ersättare för Anna Lind.")


async def test_a_deputy_can_be_set_at_any_time(city: City) -> None:
    await card_of(city.coordinator, "Anna Lind")
    await city.coordinator.presses("Välj ersättare")
    await city.coordinator.presses("Bashir Nur")
    assert city.coordinator.last_text.startswith("Bashir Nur är ersättare för Anna Lind.")
    assert city.matcher_a.last_text.startswith("Karin Ek har valt Bashir Nur som din ersättare.")
    assert "Ersättare: Bashir Nur" in await card_of(city.coordinator, "Anna Lind")


async def test_a_deputy_has_the_same_role_and_company(city: City) -> None:
    await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await city.maleri.says("/borta")
    await city.maleri.says(IN_TWO_WEEKS)
    assert city.maleri.buttons == ["1. Nils Ask", "2. Ingen ersättare", "Tillbaka", "Avbryt"]


async def test_coordinators_who_are_away_leave_the_news_to_the_others(city: City) -> None:
    olle = await city.person("Olle Ny", Role.COORDINATOR)
    await is_away(city.coordinator, deputy="2")
    said = len(city.coordinator.received)
    city.maleri.phone.blocks_bot()
    await city.settled()
    assert "Mira Holm" in olle.last_text
    assert len(city.coordinator.received) == said
    await is_away(olle, deputy="2")
    city.park.phone.blocks_bot()
    await city.settled()
    assert all("Sam Dahl" in chat.last_text for chat in (olle, city.coordinator))


@pytest.mark.parametrize("action", ["pa", "pd"])
async def test_nobody_but_coordinators_settles_it_for_others(city: City, action: str) -> None:
    await city.matcher_a.says("hej")
    await city.matcher_a.presses_forged(f"{action}:1")
    assert city.matcher_a.last_text.startswith("Det finns inte längre")


async def test_in_english_too(city: City) -> None:
    ben = await city.person("Ben Fox", Role.SUPPLIER, company="Påhittade Parker AB", language=Language.ENGLISH)
    await city.park.says("/away")
    await city.park.presses("In 2 weeks")
    await city.park.presses("Ben Fox")
    assert city.park.last_text.startswith("You are away. Back: Monday 7 December 2026.")
    assert ben.last_text.startswith("You are the deputy of Sam Dahl.")
    await city.park.says("/away")
    await city.park.presses("I am back")
    assert city.park.last_text.startswith("Welcome back!")


async def test_an_absence_of_more_than_ninety_days_is_asked_about(city: City) -> None:
    assert "Steg 1 av 2" in await city.matcher_a.says("/borta")
    asked = await city.matcher_a.says("22/11 2027")
    assert "Steg 1 av 2\nMenar du måndag 22 november 2027?\nDet är mer än tre månader dit." in asked
    assert "När är du tillbaka?" in await city.matcher_a.presses("Nej, välj en annan dag")
    asked = await city.matcher_a.says("21/2")
    assert "Steg 2 av 2\nVem ersätter dig?" in asked  # the ninetieth day
    await city.matcher_a.presses("Tillbaka")
    assert "Menar du måndag 22 februari 2027?" in await city.matcher_a.says("22/2")
    assert "Vem ersätter dig?" in await city.matcher_a.presses("Ja, det stämmer")
    await city.matcher_a.presses("Ingen ersättare")
    assert city.matcher_a.last_text.startswith("Du är borta. Tillbaka: måndag 22 februari 2027.")


async def test_an_absence_can_be_undone_and_whoever_was_to_stand_in_hears_it(city: City) -> None:
    await is_away(city.matcher_a, deputy="Bashir Nur")
    assert (await city.matcher_a.presses("Ångra")).startswith("Du är inte borta.")
    assert city.matcher_b.last_text.startswith("Du behöver inte ersätta Anna Lind.")
    await city.maleri.reports_internship()
    assert city.matcher_a.last_text.startswith("Praktikplats")
    rows = (await city.asks(lambda session: session.scalars(select(LedgerRow).order_by(LedgerRow.id)))).all()
    assert [row.event for row in rows if row.event.startswith("away")] == ["away_set", "away_ended"]


async def test_undoing_a_change_brings_the_absence_before_it_back(city: City) -> None:
    await is_away(city.matcher_a, deputy="Bashir Nur", until=NEXT_MONDAY)
    undo = city.matcher_a.data("Ångra")
    await city.matcher_a.says("/borta")
    await city.matcher_a.presses("Ändra")
    await city.matcher_a.says(IN_TWO_WEEKS)
    await city.matcher_a.presses("Ingen ersättare")
    shown = await city.matcher_a.presses("Ångra")
    assert shown == "Du är borta, som förut. Tillbaka: måndag 30 november 2026.\nÄndra det när du vill: /borta"
    await city.matcher_a.says("/borta")
    assert city.matcher_a.last_text == "Du är borta. Tillbaka: måndag 30 november 2026.\nErsättare: Bashir Nur"
    await city.matcher_a.presses_forged(undo)
    assert "Du är inte borta" in city.matcher_a.last_text


async def test_a_coordinator_undoes_what_was_noted_of_somebody_else_and_nobody_else_does(city: City) -> None:
    await card_of(city.coordinator, "Anna Lind")
    await city.coordinator.presses("Ange frånvaro")
    await city.coordinator.presses("Om 2 veckor")
    await city.coordinator.presses("Ingen ersättare")
    undo = city.coordinator.data("Ångra")
    await city.matcher_b.says("/hjalp")
    assert "Det finns inte längre" in await city.matcher_b.presses_forged(undo)
    assert (await city.coordinator.presses("Ångra")).startswith("Anna Lind är inte borta.")
    assert city.matcher_a.last_text.startswith("Karin Ek har ångrat sig: du är inte borta.")
