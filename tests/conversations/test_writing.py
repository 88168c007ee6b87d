"""A matcher and a supplier write to each other about an offer, both ways, until somebody is found for it."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.contact import ContactDetails
from domain.role import Role
from storage.ledger import LedgerRow
from storage.people import contact_details, person
from storage.slots.inquiry import Inquiry
from tests.chat import Chat
from tests.city import City
from tests.conversations.inquiries import asked, claimed, written
from tests.conversations.people import ends_access
from tests.each import each

FOUND = "Jag har hittat någon"


async def answers(city: City) -> list[str | None]:
    return list(await city.asks(lambda session: session.scalars(select(Inquiry.answer).order_by(Inquiry.id))))


async def has_details(chat: Chat, told: ContactDetails) -> None:
    """They have told where they can be reached."""

    async with chat.city.database.write() as session:
        known = await person.by_telegram_id(session, chat.phone.user_id)
        assert known is not None
        await contact_details.keep(session, known.id, told)


def begins(messages: Sequence[str], words: str) -> int:
    return sum(message.startswith(words) for message in messages)


async def test_the_supplier_writes_to_whoever_has_the_offer_and_hears_back(city: City) -> None:
    await claimed(city)
    assert city.maleri.last_text.startswith("Anna Lind tar hand om ert erbjudande")
    await city.maleri.presses("Skriv till Anna Lind")
    assert "Vad vill du skriva till Anna Lind?" in city.maleri.last_text
    assert "Skriv inga namn" in city.maleri.last_text
    await city.maleri.says("Vilken dag kommer du?")
    assert city.maleri.last_text.startswith("Skickat till Anna Lind.\nJag skriver till dig här när svaret kommer.")
    assert city.matcher_a.last_text.startswith("Mira Holm har en fråga till dig.\nVilken dag kommer du?")
    assert not any("Vilken dag" in message.words for message in city.matcher_b.received)
    await city.matcher_a.presses("Svara")
    await city.matcher_a.says("På tisdag.")
    assert city.matcher_a.last_text.startswith("Tack! Svaret är skickat till Mira Holm.")
    assert city.maleri.last_text.startswith("Anna Lind har svarat.\nPå tisdag.")
    assert "Du skrev: Vilken dag kommer du?" in city.maleri.last_text
    await city.maleri.presses("Skriv mer")
    await city.maleri.says("Vi börjar klockan 7.")
    assert city.maleri.last_text.startswith("Skickat till Anna Lind.\nDu behöver inte göra något mer nu.")
    assert city.matcher_a.last_text.startswith("Mira Holm har skrivit till dig.\nVi börjar klockan 7.")


async def test_each_can_go_on_by_replying_and_add_to_an_answer(city: City) -> None:
    await written(city)
    question = city.matcher_a.last.message_id
    await city.matcher_a.says("På tisdag.", reply_to=question)
    assert city.maleri.last_text.startswith("Anna Lind har svarat.\nPå tisdag.")
    await city.matcher_a.says("Klockan 10.", reply_to=question)
    assert city.maleri.last_text.startswith("Anna Lind har lagt till något.\nKlockan 10.")
    await city.maleri.says("Kan du ta med skor?", reply_to=city.maleri.last.message_id)
    assert city.matcher_a.last_text.startswith("Mira Holm har en fråga till dig.\nKan du ta med skor?")
    await city.maleri.says("Tack!", reply_to=city.maleri.received[-2].message_id)
    assert city.maleri.last_text.startswith("Varsågod!")
    assert await answers(city) == ["På tisdag.", None]


async def test_the_card_has_the_button_only_while_a_matcher_has_the_offer(city: City) -> None:
    await city.maleri.reports_internship()
    await city.maleri.says("/platser")
    await city.maleri.says("1")
    assert not any("Skriv till" in label for label in city.maleri.buttons)
    await city.matcher_a.presses("Jag tar den")
    write = city.maleri.data("Skriv till Anna Lind")
    await city.maleri.says("/platser")
    await city.maleri.says("1")
    assert any("Skriv till Anna Lind" in label for label in city.maleri.buttons)
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    await city.matcher_a.presses("Lämna tillbaka")
    said = await city.maleri.presses_forged(write)
    assert said.startswith("Ingen matchare har hand om erbjudandet just nu.")
    assert "040-628 04 00" in said


async def test_nobody_else_writes_or_answers(city: City) -> None:
    await written(city)
    for other in (city.park, city.matcher_b):
        await other.says("/help")
        await other.presses_forged("fs:1")
        await other.says("Jag med.")
    await city.park.presses_forged("fq:1")
    assert "It is no longer there" in city.park.last_text
    assert await answers(city) == [None]


@pytest.mark.parametrize("way", ["card", "alert"])
async def test_who_has_found_somebody_writes_no_more_and_the_supplier_hears_it(city: City, way: str) -> None:
    await has_details(city.matcher_a, ContactDetails("070-174 06 35", "anna.lind@staden.example"))
    await written(city)
    old_answer, question = city.matcher_a.data("Svara"), city.matcher_a.last.message_id
    old_write = city.maleri.data("Skriv till Anna Lind")
    if way == "card":
        await city.matcher_a.says("/platser")
        await city.matcher_a.says("1")
    await city.matcher_a.presses(FOUND)
    shown = next(message for message in city.matcher_a.received if message.words.startswith("Noterat."))
    assert "Du har hittat någon" in shown.words
    assert not any(FOUND in button.text or "fråga" in button.text for row in shown.buttons for button in row)
    said = city.maleri.last_text
    assert said.startswith("Anna Lind har hittat någon till ert erbjudande.")
    assert "Anna Lind: 070-174 06 35, anna.lind@staden.example" in said
    assert "Det här fick du inte svar på här: När kommer du?" in said
    before = len(city.maleri.received)
    assert (await city.matcher_a.presses_forged(old_answer)).startswith("Du har hittat någon.")
    said = await city.matcher_a.says("På tisdag.", reply_to=question)
    assert said.startswith("Du har hittat någon.\nDet du skrev är inte skickat.")
    assert "Ring eller mejla Mira Holm." in said
    assert len(city.maleri.received) == before
    said = await city.maleri.presses_forged(old_write)
    assert said.startswith("Anna Lind har hittat någon.")
    assert "070-174 06 35" in said
    await city.maleri.says("/platser")
    await city.maleri.says("1")
    assert "Anna Lind har hittat någon. Resten tar ni per telefon" in city.maleri.last_text
    assert not any("Skriv till" in label for label in city.maleri.buttons)
    assert await answers(city) == [None]


async def test_having_found_somebody_is_taken_back_within_ten_minutes_and_not_later(city: City) -> None:
    await claimed(city)
    await city.matcher_a.presses(FOUND)
    undo = city.matcher_a.data("Ångra: ingen är hittad")
    await city.later(timedelta(minutes=10))
    await city.matcher_a.presses_forged(undo)
    assert "Du har tagit den\n" in city.matcher_a.last_text
    assert city.maleri.last_text.startswith("Anna Lind letar fortfarande efter någon till ert erbjudande.")
    await city.maleri.presses("Skriv till Anna Lind")
    await city.maleri.says("När kommer du?")
    assert city.matcher_a.last_text.startswith("Mira Holm har en fråga till dig.")
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    await city.matcher_a.presses(FOUND)
    await city.later(timedelta(minutes=11))
    heard = len(city.maleri.received)
    await city.matcher_a.presses("Ångra: ingen är hittad")
    assert "mer än tio minuter" in city.matcher_a.last_text
    assert len(city.maleri.received) == heard
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    assert not any("Ångra" in label for label in city.matcher_a.buttons)


async def test_only_who_has_it_finds_somebody_and_only_once(city: City) -> None:
    await claimed(city)
    find = city.matcher_a.data(FOUND)
    await city.matcher_b.presses_forged(find)
    assert begins([each.words for each in city.maleri.received], "Anna Lind har hittat") == 0
    await city.matcher_a.presses_forged(find)
    await city.matcher_a.presses_forged(find)
    assert begins([each.words for each in city.maleri.received], "Anna Lind har hittat") == 1
    events = await city.asks(lambda session: session.scalars(select(LedgerRow.event)))
    assert list(events).count("slot_somebody_found") == 1
    await city.matcher_a.says("/platser")
    for label in ("1", "Lämna tillbaka"):
        await city.matcher_a.says(label)
    await city.matcher_b.says("/platser")
    for label in ("1", "Jag tar den"):
        await city.matcher_b.says(label)
    assert any(FOUND in label for label in city.matcher_b.buttons)


async def test_in_a_visit_nobody_is_found(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.answers("Studiebesök", "1", "5", "Centrum", "2", "1")
    await city.matcher_a.presses("Jag tar den")
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    assert not any(FOUND in label for label in city.matcher_a.buttons)
    await city.matcher_a.presses_forged("fh:1:2")
    assert begins([each.words for each in city.maleri.received], "Anna Lind har hittat") == 0


async def test_where_somebody_has_begun_nobody_writes_and_can_again_where_that_is_taken_back(city: City) -> None:
    await written(city)
    answer = city.matcher_a.data("Svara")
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    await city.matcher_a.says_begun()
    assert not any("fråga" in label or FOUND in label for label in city.matcher_a.buttons)
    assert (await city.matcher_a.presses_forged(answer)).startswith("Någon har börjat.")
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    await city.matcher_a.presses("Ångra senaste starten")
    await city.matcher_a.presses_forged(answer)
    await city.matcher_a.says("På tisdag.")
    assert await answers(city) == ["På tisdag."]


async def test_what_is_being_written_when_somebody_is_found_is_not_sent(city: City) -> None:
    await claimed(city)
    await city.maleri.presses("Skriv till Anna Lind")
    await city.matcher_a.presses(FOUND)
    said = await city.maleri.says("Vem är det?")
    assert any("Det du skrev är inte skickat." in message.words for message in city.maleri.received), said
    assert not any("Vem är det?" in message.words for message in city.matcher_a.received)


async def test_ones_own_number_goes_out_and_nobody_elses(city: City) -> None:
    await has_details(city.maleri, ContactDetails("070-174 06 35", "mira@malare.example"))
    await written(city, "Ring mig på +46 70 174 06 35 eller mira@malare.example.")
    assert "0 174 06 35 eller mira@malare.example." in city.matcher_a.last_text
    await city.maleri.presses("Skriv till Anna Lind")
    for other in ("Ring Nils på 070-174 06 36", "Mejla nils@malare.example", "Ring 070-174 06 35 eller 031-7654321"):
        said = await city.maleri.says(other)
        assert "Skriv inga" in said, other
    assert not any("Nils" in message.words or "031" in message.words for message in city.matcher_a.received)


async def test_a_plain_text_is_asked_about_on_the_matcher_s_side_too(city: City) -> None:
    await written(city)
    said = await city.matcher_a.says("På tisdag klockan 10.")
    assert "Är det svaret till Mira Holm?" in said
    await city.matcher_a.presses("Skicka")
    assert city.maleri.last_text.startswith("Anna Lind har svarat.\nPå tisdag klockan 10.")
    assert "Jag förstod tyvärr inte" in await city.matcher_a.says("Det blir nog bra på plats.")


async def test_what_only_tells_something_takes_no_plain_text_for_its_answer(city: City) -> None:
    await written(city, "Vi börjar klockan 7.")
    assert "Jag förstod tyvärr inte" in await city.matcher_a.says("Det blir nog bra på plats.")
    await city.matcher_a.says("Det blir bra.", reply_to=city.matcher_a.received[-2].message_id)
    assert city.maleri.last_text.startswith("Anna Lind har svarat.\nDet blir bra.")


async def test_where_several_questions_wait_it_is_asked_which_is_answered(city: City) -> None:
    await asked(city, "Finns det parkering?", "Ingår lunch?")
    said = await city.maleri.says("Ja, på baksidan.")
    assert "Vem är det svaret till?" in said
    assert city.maleri.buttons[:3] == [
        "1. Anna Lind · Ingår lunch?",
        "2. Anna Lind · Finns det parkering?",
        "3. Det var inget svar",
    ]
    await city.maleri.says("2")
    assert city.maleri.last_text.startswith("Tack! Svaret är skickat till Anna Lind.")
    assert await answers(city) == ["Ja, på baksidan.", None]
    await city.maleri.says("Nej, tyvärr inte lunch.")
    assert "Är det svaret till Anna Lind?" in city.maleri.last_text
    await city.maleri.says("nej")
    assert await answers(city) == ["Ja, på baksidan.", None]


async def test_a_plain_text_answers_nothing_that_is_too_old_or_over(city: City) -> None:
    await asked(city, "Finns det parkering?")
    await city.matcher_a.presses("Jag tar den")
    await city.later(timedelta(days=14, minutes=1))
    assert "Jag förstod tyvärr inte" in await city.maleri.says("Det blir nog bra på plats.")
    await ask_on_card(city, "Ingår lunch?")
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    await city.matcher_a.presses(FOUND)
    assert "Jag förstod tyvärr inte" in await city.maleri.says("Det blir nog bra på plats.")
    assert await answers(city) == [None, None]


async def ask_on_card(city: City, question: str) -> None:
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    await city.matcher_a.presses("Ställ en fråga")
    await city.matcher_a.says(question)


async def test_where_the_matcher_is_away_the_deputy_is_written_to(city: City) -> None:
    await claimed(city)
    await city.matcher_a.says("/borta")
    await city.matcher_a.says("3")
    await city.matcher_a.presses("Bashir Nur")
    await city.maleri.presses("Skriv till Anna Lind")
    await city.maleri.says("När kommer du?")
    assert city.maleri.last_text.startswith("Skickat till Bashir Nur.")
    assert city.matcher_b.last_text.startswith("Till Anna Lind")
    await city.matcher_b.says("På tisdag.", reply_to=city.matcher_b.last.message_id)
    assert city.maleri.last_text.startswith("Bashir Nur har svarat.\nPå tisdag.")


async def test_where_the_matcher_can_t_be_reached_the_coordinator_hears_and_answers(city: City) -> None:
    await written(city)
    city.matcher_a.phone.blocks_bot()
    await city.settled()
    waits = next(each for each in reversed(city.coordinator.received) if "När kommer du?" in each.words)
    await city.coordinator.says("På tisdag.", reply_to=waits.message_id)
    assert city.maleri.last_text.startswith("Karin Ek har svarat.\nPå tisdag.")


async def test_a_question_that_waits_two_days_reminds_once_and_then_tells_the_coordinator(city: City) -> None:
    await written(city)
    heard = [len(chat.received) for chat in (city.maleri, city.coordinator)]
    await city.later(timedelta(days=1))
    assert begins([each.words for each in city.matcher_a.received], "Mira Holm väntar på ditt svar.") == 0
    await city.later(timedelta(days=1))
    assert city.matcher_a.last_text.startswith("Mira Holm väntar på ditt svar.\nNär kommer du?")
    await city.later(timedelta(days=1))
    assert len(city.coordinator.received) == heard[1]
    await city.later(timedelta(days=1))
    assert city.coordinator.last_text.startswith("Mira Holm väntar på svar från Anna Lind.\nAnna Lind är påmind")
    await city.later(timedelta(days=7))
    assert begins([each.words for each in city.matcher_a.received], "Mira Holm väntar på ditt svar.") == 1
    assert begins([each.words for each in city.coordinator.received], "Mira Holm väntar på svar") == 1
    assert len(city.maleri.received) == heard[0]
    await city.coordinator.presses("Svara")
    await city.coordinator.says("På tisdag.")
    assert city.maleri.last_text.startswith("Karin Ek har svarat.\nPå tisdag.")


async def test_a_question_to_a_supplier_that_waits_reminds_it_once_and_goes_no_further(city: City) -> None:
    await asked(city, "Finns det parkering?")
    heard = len(city.coordinator.received)
    await city.later(timedelta(days=2))
    assert city.maleri.last_text.startswith("Anna Lind väntar på ditt svar.\nFinns det parkering?")
    for _ in range(5):
        await city.later(timedelta(days=1))
    assert begins([each.words for each in city.maleri.received], "Anna Lind väntar på ditt svar.") == 1
    assert not any("parkering" in each.words for each in city.coordinator.received[heard:])
    await city.maleri.presses("Svara")
    await city.maleri.says("Ja.")
    assert await answers(city) == ["Ja."]


async def test_nobody_is_reminded_of_what_needs_no_answer_any_more(city: City, subtests: pytest.Subtests) -> None:
    await written(city, "Vi börjar klockan 7.")
    await city.maleri.presses("Skriv till Anna Lind")
    await city.maleri.says("Har du hittat hit?")
    await city.matcher_a.says("Ja.", reply_to=city.matcher_a.last.message_id)
    await ask_on_card(city, "Ingår lunch?")
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    await city.matcher_a.presses(FOUND)
    await city.later(timedelta(days=2))
    await city.later(timedelta(days=2))
    for name, chat in {"Anna": city.matcher_a, "Mira": city.maleri, "Karin": city.coordinator}.items():
        with each(subtests, name):
            assert not any("väntar på" in message.words for message in chat.received)


async def test_it_is_all_in_the_reader_s_language(city: City) -> None:
    await city.park.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await city.park.presses("Write to Anna Lind")
    await city.park.says("Which day do you come?")
    assert city.matcher_a.last_text.startswith("Sam Dahl har en fråga till dig.")
    await city.matcher_a.says("På tisdag.", reply_to=city.matcher_a.last.message_id)
    assert city.park.last_text.startswith("Anna Lind has answered.\nPå tisdag.")
    await city.matcher_a.presses(FOUND)
    assert city.park.last_text.startswith("Anna Lind has found somebody for your offer.")


async def test_a_colleague_hears_the_answer_where_whoever_asked_has_left(city: City) -> None:
    nils = await city.person("Nils Berg", Role.SUPPLIER, company="Exempelmåleriet AB")
    await written(city)
    city.maleri.phone.blocks_bot()
    await city.settled()
    await city.matcher_a.says("På tisdag.", reply_to=city.matcher_a.last.message_id)
    assert "Anna Lind har svarat.\nPå tisdag." in nils.last_text


async def test_a_question_of_both_sides_waits_beside_the_other(city: City) -> None:
    await written(city)
    await city.matcher_a.says("På tisdag.", reply_to=city.matcher_a.last.message_id)
    await ask_on_card(city, "Finns det parkering?")
    await city.maleri.says("Ja, på baksidan.")
    await city.maleri.presses("Skicka")
    assert await answers(city) == ["På tisdag.", "Ja, på baksidan."]


async def test_who_has_the_offer_now_is_reminded_and_nobody_where_no_matcher_has_it(city: City) -> None:
    await written(city)
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    await city.matcher_a.presses("Lämna tillbaka")
    await city.matcher_b.says("/platser")
    await city.matcher_b.says("1")
    await city.matcher_b.presses("Jag tar den")
    await city.later(timedelta(days=2))
    assert city.matcher_b.last_text.startswith("Mira Holm väntar på ditt svar.\nNär kommer du?")
    assert begins([each.words for each in city.matcher_a.received], "Mira Holm väntar") == 0
    await city.matcher_b.presses("Svara")
    await city.matcher_b.says("På tisdag.")
    assert city.maleri.last_text.startswith("Bashir Nur har svarat.\nPå tisdag.")


async def test_who_takes_over_from_a_matcher_gets_what_the_supplier_has_asked(city: City) -> None:
    await written(city)
    await ends_access(city.coordinator, "Anna Lind", "Bashir Nur")
    waits = next(each for each in reversed(city.matcher_b.received) if "har en fråga till dig" in each.words)
    await city.matcher_b.says("På tisdag.", reply_to=waits.message_id)
    assert city.maleri.last_text.startswith("Bashir Nur har svarat.\nPå tisdag.")


async def test_only_who_has_the_offer_is_told_its_contact_s_number(city: City) -> None:
    await has_details(city.maleri, ContactDetails("070-174 06 35", "mira@malare.example"))
    await asked(city, "Finns det parkering?")
    await city.matcher_b.presses("Visa allt")
    ask = city.matcher_b.data("Ställ en fråga")
    await city.matcher_a.presses("Jag tar den")
    await city.matcher_a.presses(FOUND)
    said = await city.matcher_a.presses_forged(ask)
    assert "Mira Holm: 070-174 06 35, mira@malare.example" in said
    said = await city.matcher_b.presses_forged(ask)
    assert said.startswith("Anna Lind har hittat någon.")
    assert "Ring eller mejla Mira Holm." in said
    assert "070" not in said


async def test_a_reply_above_the_button_for_writing_is_asked_about(city: City) -> None:
    await claimed(city)
    claim = city.maleri.last.message_id
    assert (await city.maleri.says("Tack!", reply_to=claim)).startswith("Varsågod!")
    said = await city.maleri.says("När kommer du?", reply_to=claim)
    assert "Ska jag skicka det till Anna Lind?" in said
    assert city.maleri.buttons[:2] == ["1. Skicka", "2. Nej"]
    await city.maleri.says("nej")
    assert city.maleri.last_text.startswith("Avbrutet. Inget skickades.")
    await city.maleri.says("När kommer du?", reply_to=claim)
    await city.maleri.presses("Skicka")
    assert city.matcher_a.last_text.startswith("Mira Holm har en fråga till dig.\nNär kommer du?")
    alert = city.matcher_a.received[0].message_id
    await city.matcher_a.says("Finns det parkering?", reply_to=alert)
    assert "Ska jag skicka det till Mira Holm?" in city.matcher_a.last_text
    await city.matcher_a.presses("Skicka")
    assert city.maleri.last_text.startswith("Anna Lind har en fråga om ert erbjudande.\nFinns det parkering?")


async def test_where_the_contact_can_t_be_reached_whoever_has_the_offer_gets_their_number(city: City) -> None:
    await has_details(city.maleri, ContactDetails("070-174 06 35"))
    await asked(city, "Finns det parkering?")
    await city.matcher_a.presses("Jag tar den")
    city.maleri.phone.blocks_bot()
    await city.settled()
    assert city.matcher_a.last_text.startswith("Mira Holm går inte längre att nå i Steget.")
    assert "Mira Holm: 070-174 06 35" in city.matcher_a.last_text
    await ask_on_card(city, "Ingår lunch?")
    assert city.matcher_a.last_text.startswith("Ingen på Exempelmåleriet AB går att nå i Steget just nu.")
    assert "Mira Holm: 070-174 06 35" in city.matcher_a.last_text
