"""A supplier asks the city what the list has no answer to: it goes to a person, and the answer comes back."""

import pytest
from sqlalchemy import select

from domain.contact import ContactDetails
from domain.role import Role
from storage.faq.city_question import CityQuestion
from storage.people import contact_details, person
from tests.city import City
from tests.conversations.city_questions import asked, asks, buttons_of_list
from tests.conversations.people import is_away
from tests.each import each


async def test_it_is_read_once_more_and_goes_to_a_coordinator_and_the_answer_comes_back(city: City) -> None:
    assert await asks(city.maleri) == (
        "Ska jag skicka din fråga till Karin Ek?\nFår vi ta betalt för studiebesök?\n\n"
        "Karin Ek ser ditt namn och ert företag. Du får svaret här."
    )
    assert city.coordinator.last_text == ""
    await city.maleri.presses("Skicka")
    assert city.maleri.last_text == "Skickat till Karin Ek.\nDu får svaret här."
    assert city.coordinator.last_text.startswith("Mira Holm frågar kommunen.\nFår vi ta betalt för studiebesök?\n")
    assert "Mira Holm, Exempelmåleriet AB, frågade 23 november 2026" in city.coordinator.last_text
    await city.coordinator.presses("Svara")
    assert "Frågan var: Får vi ta betalt" in city.coordinator.last_text
    await city.coordinator.says("Nej, det ingår.")
    assert city.coordinator.last_text.startswith("Ska jag skicka svaret till Mira Holm?\nNej, det ingår.")
    await city.coordinator.presses("Skicka")
    assert city.coordinator.last_text.startswith("Tack! Svaret är skickat till Mira Holm.")
    assert city.maleri.last_text.startswith("Karin Ek har svarat på din fråga.\nNej, det ingår.")
    assert "Du frågade 23 november 2026: Får vi ta betalt" in city.maleri.last_text
    assert not any("betalt" in message.words for message in (*city.matcher_a.received, *city.park.received))


async def test_a_reply_answers_at_once_and_a_reply_to_the_answer_asks_on(city: City) -> None:
    await asked(city)
    await city.coordinator.says("Nej, det ingår.", reply_to=city.coordinator.last.message_id)
    assert city.coordinator.last_text.startswith("Tack! Svaret är skickat till Mira Holm.")
    answer = city.maleri.last
    await city.maleri.says("Tack!", reply_to=answer.message_id)
    assert city.maleri.last_text.startswith("Varsågod!")
    await city.maleri.says("Även för lunchen?", reply_to=answer.message_id)
    assert "Ska jag skicka din fråga till Karin Ek?\nÄven för lunchen?" in city.maleri.last_text
    assert "Du frågade förut: Får vi ta betalt" in city.maleri.last_text
    await city.maleri.presses("Skicka")
    assert city.coordinator.last_text.startswith("Mira Holm frågar kommunen.\nÄven för lunchen?")
    assert "Innan dess frågade Mira Holm: Får vi ta betalt" in city.coordinator.last_text
    assert "Svaret var: Nej, det ingår." in city.coordinator.last_text


async def test_of_two_who_answer_the_first_is_heard_and_the_second_sees_what_was_answered(city: City) -> None:
    other = await city.person("Rut Alm", Role.COORDINATOR)
    await asked(city)
    await city.coordinator.presses("Svara")
    await city.coordinator.says("Nej, det ingår.")
    await other.says("/hjalp")
    await other.presses_forged("cqr:1")
    await other.answers("Ja.", "1")
    await city.coordinator.presses("Skicka")
    assert city.coordinator.last_text.startswith(
        "Rut Alm har redan svarat, 23 november 2026.\nDet du skrev är inte skickat.\nJa."
    )
    assert len([each for each in city.maleri.received if "har svarat på din fråga" in each.words]) == 1
    await city.coordinator.presses_forged("cqr:1")
    assert city.coordinator.last_text.startswith("Rut Alm har redan svarat")
    assert "inte skickat" not in city.coordinator.last_text


async def test_what_was_begun_does_not_come_back_from_below_another_form_once_a_colleague_has_answered(
    city: City, subtests: pytest.Subtests
) -> None:
    other, karin = await city.person("Rut Alm", Role.COORDINATOR), city.coordinator
    await other.says("/hjalp")
    for number, begun in enumerate(("Svara", "Skicka till en kollega"), start=1):
        with each(subtests, begun):
            await asked(city)
            await karin.presses(begun)
            await karin.says("/bjudin")
            await other.presses_forged(f"cqr:{number}")
            await other.answers("Nej.", "1")
            assert "Men frågan är redan besvarad." in await karin.says("/avbryt")


async def test_it_goes_on_to_a_colleague_who_answers_and_whoever_asked_hears_who_has_it(city: City) -> None:
    await asked(city)
    await city.coordinator.presses("Skicka till en kollega")
    assert "Vem kan svara?" in city.coordinator.last_text
    await city.coordinator.presses("Anna Lind · matchare")
    assert city.coordinator.last_text.startswith("Anna Lind har frågan från Mira Holm nu.")
    assert city.matcher_a.last_text.startswith("Karin Ek har skickat en fråga vidare till dig.\nFår vi ta betalt")
    assert city.maleri.last_text.startswith("Anna Lind har din fråga nu.\nDu frågade: Får vi ta betalt")
    await city.matcher_a.presses("Svara")
    await city.matcher_a.answers("Nej, det ingår.", "1")
    assert city.maleri.last_text.startswith("Anna Lind har svarat på din fråga.")
    await city.maleri.presses("Fråga mer")
    assert "till Anna Lind?" in await city.maleri.says("Även för lunchen?")
    await city.maleri.presses("Skicka")
    assert "Svaret var: Nej, det ingår." in city.matcher_a.last_text


async def test_what_is_not_to_be_said_is_neither_asked_nor_answered(city: City) -> None:
    await asks(city.maleri, "Kan Eva ringa mig? 070-174 06 35")
    assert "Skriv inga telefonnummer här." in city.maleri.last_text
    await city.maleri.says("Kan ni ringa mig?")
    await city.maleri.presses("Skicka")
    await city.coordinator.says("Eva har 070-174 06 35", reply_to=city.coordinator.last.message_id)
    assert "Skriv inga telefonnummer här." in city.coordinator.last_text
    assert not any("070" in each.words for each in (*city.coordinator.received, *city.maleri.received)[:-1])
    await city.coordinator.says("Ja.")
    assert city.maleri.last_text.startswith("Karin Ek har svarat på din fråga.\nJa.")


async def test_nobody_else_asks_answers_or_sees_it(city: City) -> None:
    reader = await city.person("Olle Ros", Role.READER)
    await asked(city)
    for chat, codes in (
        (city.matcher_a, ("cqa", "cqr:1", "cqo:1", "cqh:1")),
        (city.maleri, ("cqr:1", "cql", "cqm:9")),
        (reader, ("cqa", "cql")),
    ):
        await chat.says("/hjalp")
        for code in codes:
            assert (await chat.presses_forged(code)).startswith("Det finns inte längre"), code
    await city.park.says("/help")
    assert (await city.park.presses_forged("cqm:1")).startswith("It is no longer there")


async def test_while_the_coordinator_is_away_the_deputy_an_administrator_or_a_matcher_is_asked(city: City) -> None:
    administrator = await city.person("Rut Alm", Role.ADMINISTRATOR)
    await is_away(city.coordinator)
    await asked(city)
    assert administrator.last_text.startswith("Mira Holm frågar kommunen.")
    await is_away(administrator)
    await asked(city)
    assert city.matcher_a.last_text.startswith("Mira Holm frågar kommunen.")
    await asked(city)
    assert city.matcher_b.last_text.startswith("Mira Holm frågar kommunen."), "who has fewer to answer"


async def test_what_was_typed_or_did_not_do_goes_along_and_what_the_guard_asks_about_is_typed_once_more(
    city: City,
) -> None:
    await city.maleri.says("Kan ni hämta virket på torsdag?")
    assert "Din fråga: Kan ni hämta virket på torsdag?" in city.maleri.last_text
    await city.maleri.presses("Skicka frågan till kommunen")
    assert city.maleri.last_text.startswith("Ska jag skicka din fråga till Karin Ek?\nKan ni hämta virket på torsdag?")
    await city.maleri.presses("Skicka")
    assert city.coordinator.last_text.startswith("Mira Holm frågar kommunen.\nKan ni hämta virket på torsdag?")
    await city.maleri.says("Kan ni ringa 070-174 06 35 på torsdag?")
    assert "070" not in city.maleri.last_text
    await city.maleri.presses("Skicka frågan till kommunen")
    assert "Vad vill du fråga kommunen?" in city.maleri.last_text
    await city.maleri.says("/fragor facket")
    await city.maleri.presses("Stämmer det inte? Fråga oss")
    await city.maleri.says("Gäller det även oss?")
    assert "Det gäller svaret på: Behöver facket vara med?" in city.maleri.last_text
    await city.maleri.presses("Skicka")
    assert "Det gäller svaret på: Behöver facket vara med?" in city.coordinator.last_text


async def test_an_answer_comes_out_of_the_list_and_another_goes_into_it_in_words_of_whoever_leads(city: City) -> None:
    await asked(city, "Måste facket vara med hos oss?")
    await city.coordinator.presses("Svara med ”Behöver facket vara med?”")
    assert "Det beror på vilken sorts plats" in city.coordinator.last_text
    assert "Jag lägger till att det kan skilja sig" in city.coordinator.last_text
    await city.coordinator.presses("Skicka")
    assert "Det beror på vilken sorts plats" in city.maleri.last_text
    assert "Stäm av med Karin Ek innan ni bestämmer er." in city.maleri.last_text
    assert not any("Lägg i listan" in label for label in city.coordinator.buttons), "it is there already"
    await asked(city, "Vi på Exempelmåleriet undrar om ni har en lånebil?")
    await city.coordinator.says("Nej, tyvärr.", reply_to=city.coordinator.last.message_id)
    await city.coordinator.presses("Lägg i listan")
    await city.coordinator.presses("Inte på engelska")
    await city.coordinator.presses("Nej, det gäller alla")
    assert "Ändra så att ingen kan se vem som frågade." in city.coordinator.last_text
    await city.coordinator.presses("Ändra frågan")
    await city.coordinator.says("Kan vi få låna en bil?")
    await city.coordinator.presses("Spara")
    assert "Kan vi få låna en bil?\nNej, tyvärr." in await city.park.says("/faq låna bil")
    entries = select(CityQuestion.entry_id).order_by(CityQuestion.id)
    assert list(await city.asks(lambda session: session.scalars(entries))) == [None, 1]
    assert "Kan vi få låna en bil?" in await city.coordinator.presses_forged("cqn:2"), "and it is not added twice"


async def test_nobodys_number_goes_into_the_list_with_what_they_asked(city: City) -> None:
    async with city.database.write() as session:
        mira = await person.by_telegram_id(session, city.maleri.phone.user_id)
        assert mira is not None
        await contact_details.keep(session, mira.id, ContactDetails("0701740635", None))
    await asked(city, "Kan ni ringa mig om lånebilen? 070-174 06 35")
    await city.coordinator.says("Ja, i morgon.", reply_to=city.coordinator.last.message_id)
    await city.coordinator.presses("Lägg i listan")
    assert "Vilken fråga" in city.coordinator.last_text, "what is everybody's to read is typed anew"
    assert "Skriv inga telefonnummer här." in await city.coordinator.says("Ringer ni? 070-174 06 35")


async def test_what_three_suppliers_ask_is_proposed_for_the_list_and_then_no_more(city: City) -> None:
    third = await city.person("Nils Berg", Role.SUPPLIER, company="Hittepå Bygg AB")
    words = ("Har ni en lånebil åt oss?", "Do you know: har ni lånebilar?", "Finns det en lånebil, har ni det?")
    await asked(city, words[0])
    await asked(city, words[0])
    await asked(city, words[2], by=third)
    assert not any("Frågas ofta" in label for label in await buttons_of_list(city.coordinator))
    await asked(city, words[1], by=city.park)
    await city.coordinator.says("/fragor")
    await city.coordinator.presses("Frågas ofta: Har ni en lånebil åt oss? (4)")
    assert city.coordinator.last_text.startswith("Det här har flera leverantörer frågat\n– Har ni en lånebil åt oss?")
    assert "Hittepå" not in city.coordinator.last_text
    await city.coordinator.presses("Lägg i listan")
    await city.coordinator.answers("Nej, tyvärr.", "1", "2", "1")
    assert not any("Frågas ofta" in label for label in await buttons_of_list(city.coordinator))
    assert not any("Frågas ofta" in label for label in await buttons_of_list(city.matcher_a))
    await city.coordinator.presses("Har ni en lånebil åt oss?")
    await city.coordinator.presses("Dölj")
    assert not any("Frågas ofta" in label for label in await buttons_of_list(city.coordinator)), "nor once put away"
