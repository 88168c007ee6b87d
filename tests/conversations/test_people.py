"""Coordinators see who is in, and hand over what is open for somebody."""

from datetime import timedelta

from sqlalchemy import select

from domain.language import Language
from domain.role import Role
from handlers.people.listing import ON_A_PAGE
from storage.ledger import LedgerRow
from tests.city import City
from tests.conversations.people import card_of, invites_a_matcher


async def test_the_list_says_who_is_in_as_what_and_for_which_company(city: City) -> None:
    await city.coordinator.says("/personer")
    assert city.coordinator.last_text.startswith("Med i Steget (5)")
    for line in ("1. Anna Lind, matchare", "4. Mira Holm, kontaktperson, Exempelmåleriet AB"):
        assert line in city.coordinator.last_text.split("\n")


async def test_nobody_else_sees_it(city: City) -> None:
    for chat in (city.matcher_a, city.maleri):
        await chat.says("/personer")
        assert chat.last_text.startswith("Det är CSR-samordnarna som gör det.")
        assert "personer" not in dict(chat.phone.commands)
    assert "personer" in dict(city.coordinator.phone.commands) or not city.coordinator.phone.commands


async def test_a_card_says_who_invited_them_and_when(city: City) -> None:
    code = await invites_a_matcher(city.coordinator)
    await city.stranger().says(f"/start {code}")
    card = await card_of(city.coordinator, "Nora Berg")
    for fact in ("Roll: matchare", "Med sedan: 23 november 2026", "Inbjuden av: Karin Ek", "Ersättare: ingen"):
        assert fact in card.split("\n")
    await city.coordinator.presses("Till listan")
    assert city.coordinator.last_text.startswith("Med i Steget (6)")


async def test_the_list_is_answered_by_number(city: City) -> None:
    await city.coordinator.says("/personer")
    await city.coordinator.says("1")
    assert city.coordinator.last_text.startswith("Anna Lind")


async def test_many_people_come_in_pages(city: City) -> None:
    for number in range(ON_A_PAGE):
        await city.person(f"Person {number}", Role.MATCHER)
    await city.coordinator.says("/personer")
    assert "Sida 1 av 2" in city.coordinator.last_text
    await city.coordinator.presses("Nästa sida")
    assert "Sida 2 av 2" in city.coordinator.last_text
    await city.coordinator.presses("Förra sidan")
    assert "Sida 1 av 2" in city.coordinator.last_text
    await city.coordinator.presses_forged("ml:0:zzzz")
    assert "Sida 2 av 2" in city.coordinator.last_text


async def test_who_is_away_or_out_of_reach_is_marked(city: City) -> None:
    await city.matcher_a.says("/borta")
    for answer in ("3", "2"):
        await city.matcher_a.says(answer)
    city.park.phone.blocks_bot()
    await city.settled()
    await city.coordinator.says("/personer")
    assert "– borta, tillbaka 7 dec" in city.coordinator.last_text.replace("\n", " ")
    assert "– går inte att nå" in city.coordinator.last_text
    await city.coordinator.presses("Anna Lind")
    assert "Borta, tillbaka: måndag 7 december 2026" in city.coordinator.last_text


async def test_claimed_slots_go_to_another_matcher_and_everyone_hears_it(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    card = await card_of(city.coordinator, "Anna Lind")
    assert "Öppna ärenden: 1" in card
    await city.coordinator.presses("Lämna över")
    assert "Vem tar över efter Anna Lind?" in city.coordinator.last_text
    await city.coordinator.presses("Bashir Nur")
    assert city.coordinator.last_text.startswith("Bashir Nur har tagit över efter Anna Lind.")
    assert city.matcher_b.last_text.startswith("Du tar över efter Anna Lind.")
    assert "Praktikplats · Måleri · 2 platser · Centrum" in city.matcher_b.last_text
    assert "Du har tagit den" in city.matcher_b.received[0].text
    assert "Taget av Bashir Nur" in city.matcher_a.last_text
    assert city.maleri.last_text.startswith("Bashir Nur tar hand om ert erbjudande nu i stället för Anna Lind")
    (slot,) = await city.slots()
    rows = (await city.asks(lambda session: session.scalars(select(LedgerRow)))).all()
    assert [row.about for row in rows if row.event == "slot_handed_over"] == [f"slot:{slot.id}"]


async def test_a_contacts_slots_go_to_another_contact_of_the_same_company_only(city: City) -> None:
    nils = await city.person("Nils Ask", Role.SUPPLIER, company="Exempelmåleriet AB")
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.coordinator, "Mira Holm")
    await city.coordinator.presses("Lämna över")
    assert city.coordinator.buttons == ["1. Nils Ask", "Tillbaka", "Avbryt"]
    await city.coordinator.says("1")
    assert nils.last_text.startswith("Du tar över efter Mira Holm.")
    assert city.matcher_a.last_text.startswith("Nils Ask är ny kontaktperson hos Exempelmåleriet AB")


async def test_without_anything_open_there_is_nothing_to_hand_over(city: City) -> None:
    await card_of(city.coordinator, "Anna Lind")
    assert not any("Lämna över" in button for button in city.coordinator.buttons)
    anna = city.coordinator.data("Avsluta").partition(":")[2]
    await city.coordinator.presses_forged(f"ph:{anna}")
    assert city.coordinator.last_text.startswith("Det finns inget att välja för Anna Lind")


async def test_a_coordinator_can_t_end_an_administrators_access_nor_their_own(city: City) -> None:
    await city.person("Ada Sund", Role.ADMINISTRATOR)
    for name in ("Ada Sund", "Karin Ek"):
        await card_of(city.coordinator, name)
        assert not any("Avsluta" in button for button in city.coordinator.buttons)


async def test_start_makes_somebody_reachable_again_and_the_coordinators_hear_it_once(city: City) -> None:
    city.maleri.phone.blocks_bot()
    await city.settled()
    city.maleri.phone.unblocks_bot()
    await city.settled()
    await city.maleri.says("/start")
    told = [message.text for message in city.coordinator.received if "Mira Holm" in message.text]
    assert len(told) == 2
    assert told[1] == "Mira Holm (Exempelmåleriet AB) går att nå i Telegram igen."


async def test_in_english_too(city: City) -> None:
    erin = await city.person("Erin Coe", Role.COORDINATOR, language=Language.ENGLISH)
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await erin.says("/people")
    assert erin.last_text.startswith("In Steget (6)")
    await erin.presses("Anna Lind")
    await erin.presses("Hand over")
    assert "Who takes over from Anna Lind?" in erin.last_text
    await erin.presses("Bashir Nur")
    assert erin.last_text.startswith("Bashir Nur has taken over from Anna Lind.")
    await city.later(timedelta(minutes=1))
