"""Who is not the right contact for a contract says so, and the reminders go to who is."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from domain.obligation import ObligationKind
from domain.role import Role
from storage.people.contact import of_contract
from storage.people.invitation import Invitation
from tests.city import City
from tests.contracts import has_contract
from tests.conversations.unmet import DUE, unmet
from tests.obligations import has_obligation, obligation
from tests.record import times


async def test_the_wrong_person_says_who_is_right_and_the_coordinator_invites_that_one(city: City) -> None:
    contract = await has_contract(city, people=("Mira Holm", "Rut Sten"))
    await has_obligation(city, contract, ObligationKind.PLAN, DUE)
    await city.later(timedelta(minutes=5))
    await city.maleri.presses("Fel person")
    assert "Vem är rätt person?" in city.maleri.last_text
    assert city.maleri.buttons == ["1. Rut Sten", "2. Vet inte", "Tillbaka", "Avbryt"]
    await city.maleri.says("Ove Lund, 040-628 04 02 ove@example.se")
    assert city.maleri.last_text.startswith(
        "Tack för att du sa det.\nAllt om 2026/1 Målning av skolor går till Ove Lund"
    )
    assert city.coordinator.last_text == (
        "Någon annan är rätt kontaktperson\n"
        "Mira Holm (Exempelmåleriet AB) säger att någon annan är rätt person för avtalet 2026/1 Målning av skolor.\n\n"
        "Rätt person: Ove Lund, 040-628 04 02, ove@example.se (inte med i Steget än)\n"
        "Bjud in personen, eller ring eller mejla."
    )
    placed = await city.asks(lambda session: of_contract(session, contract))
    assert [each.contact.name for each in placed] == ["Ove Lund", "Rut Sten"]
    await city.coordinator.presses("Bjud in")
    invitations = list(await city.asks(lambda session: session.scalars(select(Invitation))))
    assert [(each.name, each.contact_id) for each in invitations] == [("Ove Lund", placed[0].contact.id)]
    assert await times(city, "obligation_answered") == 1
    nudge = next(each for each in city.maleri.received if "Plan för erbjudanden" in each.words)
    assert "Du har sagt att någon annan är rätt person" in nudge.words
    assert nudge.buttons == []


async def test_the_right_person_who_is_in_is_reminded_from_then_on_and_the_wrong_one_no_more(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await unmet(city)
    await city.later(timedelta(minutes=5))
    await city.maleri.presses("Fel person")
    await city.maleri.presses("Nils Ask")
    assert "går till Nils Ask från och med nu" in city.maleri.last_text
    assert "Påminnelserna går dit från och med nu" in city.coordinator.last_text
    said = len(city.maleri.received)
    await city.later(timedelta(minutes=1))
    assert nils.last_text.startswith("I dag är sista dagen: Plan")
    await city.until(datetime(2026, 12, 1, 12, tzinfo=UTC))
    assert len(city.maleri.received) == said


async def test_where_nobody_knows_who_is_right_the_coordinator_finds_out_and_the_reminder_rests(city: City) -> None:
    plan = await unmet(city)
    await city.later(timedelta(minutes=5))
    await city.maleri.presses("Fel person")
    await city.maleri.presses("Vet inte")
    assert "CSR-samordnaren tar reda på" in city.maleri.last_text
    assert "Mira Holm vet inte vem det är" in city.coordinator.last_text
    assert (await obligation(city, plan)).snoozed_until == date(2026, 11, 30)


async def test_a_personal_number_is_no_answer_to_who_is_right(city: City) -> None:
    await unmet(city)
    await city.later(timedelta(minutes=5))
    await city.maleri.presses("Fel person")
    await city.maleri.says("Ove Lund 811218-9876")
    assert "Det såg ut som ett personnummer" in city.maleri.last_text
