"""Coordinators invite from the chat."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.language import Language
from domain.role import Role
from storage.ledger import LedgerRow
from storage.outbox import OutboxRow
from storage.people.invitation import Invitation
from storage.people.person import Person, by_telegram_id
from storage.people.supplier import Supplier
from tests.chat import Chat
from tests.city import City
from tests.conversations.people import code_in, invites_a_matcher, said
from tests.each import each


async def person_of(city: City, chat: Chat) -> Person | None:
    return await city.asks(lambda session: by_telegram_id(session, chat.phone.user_id))


async def invitations(city: City) -> list[Invitation]:
    return list((await city.asks(lambda session: session.scalars(select(Invitation).order_by(Invitation.id)))).all())


async def test_a_coordinator_invites_a_contact_of_a_known_company_who_joins_by_the_link(city: City) -> None:
    karin = city.coordinator
    await karin.says("/bjudin")
    assert "Vem vill du bjuda in?" in karin.last_text
    assert karin.buttons == [
        "1. Kontaktperson hos leverantör",
        "2. Matchare",
        "3. CSR-samordnare",
        "4. Läsare",
        "Avbryt",
    ]
    await karin.presses("Kontaktperson")
    await karin.presses("Exempelmåleriet AB")
    await karin.says("Nora Berg")
    assert "Namn: Nora Berg" in karin.last_text
    assert "Leverantör: Exempelmåleriet AB" in karin.last_text
    await karin.presses("Skapa inbjudan")
    newcomer = city.stranger()
    await newcomer.says(f"/start {code_in(said(karin, 'Inbjudan till Nora Berg'))}")
    assert newcomer.last_text.startswith("Välkommen, Nora Berg!")
    assert "Nora Berg (Exempelmåleriet AB) är med nu" in karin.last_text
    (invitation,) = await invitations(city)
    inviter = await person_of(city, karin)
    assert inviter is not None
    assert invitation.invited_by == inviter.id


async def test_the_link_comes_in_four_ways_and_each_leads_in(city: City) -> None:
    code = await invites_a_matcher(city.coordinator)
    kinds = [message.kind for message in city.coordinator.received if message.kind != "text"]
    assert kinds == ["photo", "document"]
    with_link = [
        message for message in city.coordinator.received if code in message.text or code in (message.caption or "")
    ]
    assert len(with_link) == 3  # the letter carries it inside


async def test_a_link_that_may_go_by_post_works_for_six_weeks(city: City) -> None:
    code = await invites_a_matcher(city.coordinator)
    assert "till och med 3 januari 2027" in said(city.coordinator, "Inbjudan till")
    await city.later(timedelta(days=41))
    newcomer = city.stranger()
    await newcomer.says(f"/start {code}")
    assert newcomer.last_text.startswith("Välkommen")


async def test_a_new_company_is_asked_about_so_that_a_slip_makes_no_second_one(city: City) -> None:
    karin = city.coordinator
    await karin.says("/bjudin")
    await karin.says("1")
    await karin.says("Exempelmåleri AB")
    assert "Ny leverantör: Exempelmåleri AB. Stämmer det?" in karin.last_text
    assert "2. Exempelmåleriet AB" in karin.buttons
    await karin.presses("2. Exempelmåleriet AB")
    await karin.says("Nora Berg")
    await karin.says("1")
    names = await city.asks(lambda session: session.scalars(select(Supplier.name)))
    assert sorted(names.all()) == ["Exempelmåleriet AB", "Påhittade Parker AB"]


async def test_a_company_that_is_known_in_other_capitals_is_the_same(city: City) -> None:
    await city.coordinator.says("/bjudin")
    await city.coordinator.says("1")
    await city.coordinator.says("  exempelmåleriet  ab ")
    assert "Vad heter personen?" in city.coordinator.last_text


async def test_a_new_company_that_is_meant_is_made_when_the_invitation_is(city: City) -> None:
    karin = city.coordinator
    await karin.says("/bjudin")
    await karin.says("1")
    await karin.says("Nya Firman AB")
    await karin.presses("skriv namnet igen")
    assert "Vilken leverantör gäller det?" in karin.last_text
    await karin.says("Nyare Firman AB")
    await karin.presses("Ja, det är en ny leverantör")
    await karin.says("Nora Berg")
    assert "Leverantör: Nyare Firman AB (ny)" in karin.last_text
    assert len((await city.asks(lambda session: session.scalars(select(Supplier.id)))).all()) == 2
    await karin.says("1")
    names = (await city.asks(lambda session: session.scalars(select(Supplier.name)))).all()
    assert "Nyare Firman AB" in names
    assert "Nya Firman AB" not in names


async def test_a_change_of_role_drops_the_company(city: City) -> None:
    karin = city.coordinator
    await karin.says("/bjudin")
    for answer in ("1", "1", "Nora Berg"):
        await karin.says(answer)
    await karin.presses("Ändra roll")
    await karin.presses("Matchare")
    assert "Leverantör" not in karin.last_text
    await karin.presses("Skapa inbjudan")
    (invitation,) = await invitations(city)
    assert (invitation.role, invitation.supplier_id) == (Role.MATCHER, None)


async def test_only_an_administrator_invites_administrators(city: City) -> None:
    await city.coordinator.says("/bjudin")
    assert "Administratör" not in " ".join(city.coordinator.buttons)
    await city.coordinator.says("5")
    assert "finns inte bland valen" in city.coordinator.last_text
    administrator = await city.person("Ada Sund", Role.ADMINISTRATOR)
    await administrator.says("/bjudin")
    await administrator.presses("Administratör")
    await administrator.says("Nora Berg")
    await administrator.says("1")
    (invitation,) = await invitations(city)
    assert invitation.role is Role.ADMINISTRATOR


async def test_nobody_else_invites(city: City) -> None:
    for chat in (city.matcher_a, city.maleri):
        await chat.says("/bjudin")
        assert chat.last_text.startswith("Det är CSR-samordnarna som gör det.")


async def test_an_undone_invitation_works_no_more_and_its_link_leaves_the_chat(city: City) -> None:
    code = await invites_a_matcher(city.coordinator)
    await city.coordinator.presses("Ångra inbjudan")
    assert not any(code in f"{message.text}{message.caption}" for message in city.coordinator.received)
    assert all(message.kind == "text" for message in city.coordinator.received)
    newcomer = city.stranger()
    await newcomer.says(f"/start {code}")
    assert newcomer.last_text.startswith("Den inbjudan går inte att använda.")


async def test_undo_after_the_link_was_used_asks_whether_to_end_access(city: City) -> None:
    code = await invites_a_matcher(city.coordinator)
    undo = city.coordinator.data("Ångra inbjudan")
    newcomer = city.stranger()
    await newcomer.says(f"/start {code}")
    await city.coordinator.presses_forged(undo)
    assert "Ska tillgången avslutas för Nora Berg?" in city.coordinator.last_text
    await city.coordinator.presses("Avsluta tillgång")
    assert newcomer.last_text.startswith("Hej då, Nora Berg")


async def test_a_fresh_link_takes_the_place_of_one_that_is_too_old(city: City) -> None:
    karin = city.coordinator
    old = await invites_a_matcher(karin)
    await city.later(timedelta(days=43))
    await karin.says("/personer")
    await karin.presses("Inbjudna (1)")
    assert "länken slutade fungera" in karin.last_text
    await karin.presses("Nora Berg")
    assert "Länken slutade fungera" in karin.last_text
    await karin.presses("Ny länk")
    fresh = code_in(said(karin, "Inbjudan till Nora Berg är klar"))
    assert fresh != old
    newcomer = city.stranger()
    await newcomer.says(f"/start {old}")
    assert newcomer.last_text.startswith("Den inbjudan går inte att använda.")
    await newcomer.says(f"/start {fresh}")
    assert newcomer.last_text.startswith("Välkommen, Nora Berg!")


async def test_inviting_and_undoing_stand_in_the_ledger(city: City) -> None:
    await invites_a_matcher(city.coordinator)
    await city.coordinator.presses("Ångra inbjudan")
    all_rows = (await city.asks(lambda session: session.scalars(select(LedgerRow).order_by(LedgerRow.id)))).all()
    rows = [row for row in all_rows if row.event != "message_accepted"]
    assert [row.event for row in rows] == ["person_invited", "invitation_undone"]
    inviter = await person_of(city, city.coordinator)
    assert inviter is not None
    assert {row.actor_id for row in rows} == {inviter.id}


async def test_the_form_can_be_cancelled_and_makes_nothing(city: City) -> None:
    await city.coordinator.says("/bjudin")
    await city.coordinator.says("2")
    await city.coordinator.says("/avbryt")
    assert "Inget skickades" in city.coordinator.last_text
    assert await invitations(city) == []


async def test_in_english_too(city: City) -> None:
    erin = await city.person("Erin Coe", Role.COORDINATOR, language=Language.ENGLISH)
    await erin.says("/invite")
    await erin.presses("Contact at a supplier")
    await erin.says("Brand New Ltd")
    assert "New supplier: Brand New Ltd. Is that right?" in erin.last_text
    await erin.presses("Yes, it is a new supplier")
    await erin.says("Nora Berg")
    await erin.presses("Make the invitation")
    newcomer = city.stranger(language="en")
    await newcomer.says(f"/start {code_in(said(erin, 'The invitation for Nora Berg (Brand New Ltd) is ready'))}")
    assert newcomer.last_text.startswith("Welcome")


async def test_a_forged_button_of_a_coordinator_is_not_found(city: City, subtests: pytest.Subtests) -> None:
    await invites_a_matcher(city.coordinator)
    await city.maleri.reports_internship()
    for action in ("iu", "in", "ml", "pc", "pi", "pe", "ph", "pa", "pd"):
        with each(subtests, action):
            said = len(city.matcher_a.received)
            await city.matcher_a.presses_forged(f"{action}:1:0")
            assert len(city.matcher_a.received) == said + 1
            assert city.matcher_a.last_text.startswith("Det finns inte längre")
            (invitation,) = await invitations(city)
            assert invitation.undone_at is None


async def test_a_coordinator_can_t_touch_an_administrators_invitation(city: City) -> None:
    administrator = await city.person("Ada Sund", Role.ADMINISTRATOR)
    await administrator.says("/bjudin")
    for answer in ("4", "Nora Berg", "1"):
        await administrator.says(answer)
    for action in ("iu", "in"):
        await city.coordinator.does(lambda phone: phone.says("hej"))
        await city.coordinator.presses_forged(f"{action}:1")
        assert city.coordinator.last_text.startswith("Det finns inte längre")


async def test_no_code_is_kept(city: City) -> None:
    code = await invites_a_matcher(city.coordinator)
    rows = (await city.asks(lambda session: session.scalars(select(OutboxRow)))).all()
    assert not any(code in f"{row.rendered}{row.content}{row.secret}" for row in rows)


async def test_a_phone_number_is_no_name_and_leaves_the_chat(city: City) -> None:
    await city.coordinator.says("/bjudin")
    await city.coordinator.says("2")
    await city.coordinator.says("Nora Berg 0701234567")
    assert "Vad heter personen?" in city.coordinator.last_text
    assert not any("0701234567" in message.text for message in city.coordinator.phone.messages)
