"""A matcher asks a supplier through the bot, and the answer comes back: screened, kept, in order."""

import pytest
from sqlalchemy import select

from domain.language import Language
from domain.role import Role
from storage.ledger import LedgerRow, LedgerText
from storage.slots.inquiry import Inquiry
from tests.chat import Chat
from tests.city import City
from tests.conversations.inquiries import ask, asked
from tests.conversations.people import ends_access


async def inquiries(city: City) -> list[Inquiry]:
    return list(await city.asks(lambda session: session.scalars(select(Inquiry).order_by(Inquiry.id))))


async def test_a_question_reaches_the_supplier_and_its_answer_the_matcher(city: City) -> None:
    await asked(city, "Finns det parkering?")
    assert city.matcher_a.last_text.startswith("Din fråga är skickad till Mira Holm.")
    assert city.maleri.last_text.startswith("Anna Lind har en fråga om ert erbjudande.\nFinns det parkering?")
    await city.maleri.presses("Svara")
    assert "Frågan var: Finns det parkering?" in city.maleri.last_text
    await city.maleri.says("Ja, på baksidan.")
    assert city.maleri.last_text.startswith("Tack! Svaret är skickat till Anna Lind.")
    assert city.matcher_a.last_text.startswith("Mira Holm har svarat.\nJa, på baksidan.")
    assert "Du frågade: Finns det parkering?" in city.matcher_a.last_text
    assert len(city.matcher_b.received) == 1


async def test_both_stand_in_the_ledger_with_their_words(city: City) -> None:
    await asked(city, "Finns det parkering?")
    await city.maleri.presses("Svara")
    await city.maleri.says("Ja, på baksidan.")
    rows = await city.asks(
        lambda session: session.execute(
            select(LedgerRow.event, LedgerRow.about, LedgerText.content)
            .join(LedgerText, LedgerText.ledger_id == LedgerRow.id)
            .where(LedgerRow.event.in_(("slot_asked", "slot_answered")))
            .order_by(LedgerRow.id)
        )
    )
    assert [tuple(row) for row in rows] == [
        ("slot_asked", "slot:1", "Finns det parkering?"),
        ("slot_answered", "slot:1", "Ja, på baksidan."),
    ]


@pytest.mark.parametrize("answer", ["Ja, på baksidan.", "8", "1"])
async def test_a_reply_to_the_question_answers_it_without_a_form(city: City, answer: str) -> None:
    await asked(city, "Hur många timmar i veckan?")
    await city.maleri.says(answer, reply_to=city.maleri.last.message_id)
    assert city.maleri.last_text.startswith("Tack! Svaret är skickat")
    assert city.matcher_a.last_text.startswith(f"Mira Holm har svarat.\n{answer}")


async def test_a_reply_in_the_middle_of_a_form_leaves_the_form_where_it_was(city: City) -> None:
    await asked(city, "Finns det parkering?")
    question = city.maleri.last.message_id
    await city.maleri.says("/rapportera")
    await city.maleri.says("1")
    await city.maleri.says("Ja, på baksidan.", reply_to=question)
    assert "har svarat" in city.matcher_a.last_text
    assert "Steg 2 av 6" in city.maleri.last_text
    await city.maleri.says("1")
    assert "Steg 3 av 6" in city.maleri.last_text


async def test_the_button_in_the_middle_of_a_form_puts_the_form_aside(city: City) -> None:
    await asked(city, "Finns det parkering?")
    await city.maleri.says("/rapportera")
    await city.maleri.says("1")
    await city.maleri.presses("Svara")
    assert "Vad vill du svara?" in city.maleri.last_text
    await city.maleri.says("Ja.")
    assert "Steg 2 av 6" in city.maleri.last_text
    assert "har svarat" in city.matcher_a.last_text


async def test_several_questions_come_in_order_and_each_has_its_own_answer(city: City) -> None:
    await asked(city, "Finns det parkering?", "Ingår lunch?")
    first, second = (message for message in city.maleri.received if "har en fråga" in message.text)
    assert "parkering" in first.text
    assert "lunch" in second.text
    await city.maleri.says("Nej.", reply_to=second.message_id)
    await city.maleri.says("Ja.", reply_to=first.message_id)
    assert [(each.question, each.answer) for each in await inquiries(city)] == [
        ("Finns det parkering?", "Ja."),
        ("Ingår lunch?", "Nej."),
    ]


async def test_a_second_answer_is_passed_on_as_an_addition(city: City) -> None:
    await asked(city, "Finns det parkering?")
    question = city.maleri.last.message_id
    await city.maleri.says("Ja.", reply_to=question)
    await city.maleri.says("På baksidan.", reply_to=question)
    assert city.matcher_a.last_text.startswith("Mira Holm har lagt till något.\nPå baksidan.")
    (only,) = await inquiries(city)
    assert only.answer == "Ja."


@pytest.mark.parametrize("way", ["question", "answer", "reply"])
async def test_what_is_not_to_be_said_is_not_passed_on(city: City, way: str) -> None:
    secret = "Ring Eva på 070-174 06 35"
    await asked(city, *(["Finns det parkering?"] if way != "question" else [secret]))
    if way == "answer":
        await city.maleri.presses("Svara")
        await city.maleri.says(secret)
    elif way == "reply":
        await city.maleri.says(secret, reply_to=city.maleri.last.message_id)
    writer, reader = (city.matcher_a, city.maleri) if way == "question" else (city.maleri, city.matcher_a)
    assert "Skriv inga telefonnummer här." in writer.last_text
    assert not any("Eva" in message.text for message in [*reader.received, *writer.received])
    await writer.says("Går bra." if way != "question" else "Finns det parkering?")
    assert "Går bra." in reader.last_text or "parkering" in reader.last_text


async def test_a_word_of_health_is_asked_about_before_it_is_passed_on(city: City) -> None:
    await asked(city, "Går det med allergi mot damm?")
    assert "Gäller det arbetsplatsen, inte en person?" in city.matcher_a.last_text
    assert "har en fråga" not in city.maleri.last_text
    await city.matcher_a.says("1")
    assert "allergi mot damm" in city.maleri.last_text


async def test_the_matcher_can_ask_more(city: City) -> None:
    await asked(city, "Finns det parkering?")
    await city.maleri.says("Ja.", reply_to=city.maleri.last.message_id)
    await city.matcher_a.presses("Fråga mer")
    await city.matcher_a.says("Ingår lunch?")
    assert "Ingår lunch?" in city.maleri.last_text


async def test_another_company_cant_answer_and_a_supplier_cant_ask(city: City) -> None:
    await asked(city, "Finns det parkering?")
    await city.park.says("/help")
    for data in ("fs:1", "fq:1", "fs:zzz", "fq:zzz", "fs", "fq"):
        await city.park.presses_forged(data)
        assert city.park.last_text.startswith("It is no longer there")
    (only,) = await inquiries(city)
    assert only.answer is None


async def test_a_colleague_at_the_company_may_answer(city: City) -> None:
    await asked(city, "Finns det parkering?")
    colleague = await city.person("Nils Berg", Role.SUPPLIER, company="Exempelmåleriet AB")
    await colleague.says("/hjalp")
    await colleague.presses_forged("fs:1")
    await colleague.says("Ja.")
    assert city.matcher_a.last_text.startswith("Nils Berg har svarat.")


async def test_without_anybody_to_reach_the_matcher_is_told_so(city: City) -> None:
    await city.maleri.reports_internship()
    city.maleri.phone.blocks_bot()
    await city.settled()
    await city.matcher_a.presses("Visa allt")
    await city.matcher_a.presses("Ställ en fråga")
    await city.matcher_a.says("Finns det parkering?")
    assert city.matcher_a.last_text.startswith("Ingen på Exempelmåleriet AB går att nå i Steget just nu.")
    assert await inquiries(city) == []


async def away(chat: Chat) -> None:
    await chat.says("/borta")
    await chat.says("3")
    if "ersätter" in chat.last_text:
        await chat.presses("Ingen ersättare")


async def test_who_is_away_and_alone_gets_the_question_since_nobody_else_can_answer(city: City) -> None:
    await city.maleri.reports_internship()
    await away(city.maleri)
    await ask(city)
    assert "har en fråga" in city.maleri.last_text
    assert city.coordinator.received == []
    await city.maleri.says("Ja.", reply_to=city.maleri.last.message_id)
    assert city.matcher_a.last_text.startswith("Mira Holm har svarat.\nJa.")


async def test_where_the_contact_is_away_a_colleague_is_asked(city: City) -> None:
    nils = await city.person("Nils Berg", Role.SUPPLIER, company="Exempelmåleriet AB")
    await city.maleri.reports_internship()
    await away(city.maleri)
    await ask(city)
    assert nils.last_text.startswith("Till Mira Holm, som inte kan ta emot det just nu.")
    assert city.matcher_a.last_text.startswith("Din fråga är skickad till Nils Berg.")
    await nils.says("Ja.", reply_to=nils.last.message_id)
    assert city.matcher_a.last_text.startswith("Nils Berg har svarat.\nJa.")


async def test_where_the_question_is_refused_on_its_way_the_matcher_hears_it(city: City) -> None:
    await city.maleri.reports_internship()
    city.maleri.phone.barrier = "blocked"  # as Telegram knows, and the bot does not yet
    await ask(city)
    assert city.matcher_a.last_text.startswith("Mira Holm går inte längre att nå i Steget.")
    assert "Ring eller mejla leverantören" in city.matcher_a.last_text
    assert "Du frågade: Finns det parkering?" in city.matcher_a.last_text


async def test_where_the_contact_blocks_the_bot_a_colleague_gets_what_is_not_answered(city: City) -> None:
    nils = await city.person("Nils Berg", Role.SUPPLIER, company="Exempelmåleriet AB")
    await asked(city, "Finns det parkering?", "Ingår lunch?")
    first = next(message for message in city.maleri.received if "parkering" in message.text)
    await city.maleri.says("Ja.", reply_to=first.message_id)
    city.maleri.phone.blocks_bot()
    await city.settled()
    (got,) = nils.received
    assert "Ingår lunch?" in got.text
    await nils.says("Nej.", reply_to=got.message_id)
    assert city.matcher_a.last_text.startswith("Nils Berg har svarat.\nNej.")


async def test_where_the_contacts_access_ends_the_matcher_hears_that_no_answer_comes(city: City) -> None:
    await asked(city, "Finns det parkering?")
    await ends_access(city.coordinator, "Mira Holm")
    assert city.matcher_a.last_text.startswith("Mira Holm går inte längre att nå i Steget.")
    await city.maleri.presses("Svara")
    (only,) = await inquiries(city)
    assert only.answer is None


async def test_a_reply_leaves_the_answer_to_another_question_open(city: City) -> None:
    await asked(city, "Finns det parkering?", "Ingår lunch?")
    first, second = (message for message in city.maleri.received if "har en fråga" in message.text)
    await city.maleri.presses_forged("fs:1", message_id=first.message_id)
    await city.maleri.says("Nej.", reply_to=second.message_id)
    assert "Frågan var: Finns det parkering?" in city.maleri.last_text
    await city.maleri.says("Ja.")
    assert [each.answer for each in await inquiries(city)] == ["Ja.", "Nej."]


async def test_a_reply_to_the_question_that_is_being_answered_answers_it(city: City) -> None:
    await asked(city, "Finns det parkering?")
    question = city.maleri.last.message_id
    await city.maleri.presses("Svara")
    await city.maleri.says("Ja.", reply_to=question)
    assert city.maleri.last_text.startswith("Tack! Svaret är skickat")


async def test_a_question_that_lay_open_over_a_restart_is_still_answered(city: City) -> None:
    await asked(city, "Finns det parkering?")
    await city.maleri.presses("Svara")
    await city.restart()
    await city.maleri.says("Ja.")
    assert "har svarat" in city.matcher_a.last_text


async def test_it_is_all_in_the_readers_language(city: City) -> None:
    await city.park.reports_internship()
    await city.matcher_a.presses("Visa allt")
    await city.matcher_a.presses("Ställ en fråga")
    await city.matcher_a.says("Finns det parkering?")
    assert city.park.last_text.startswith("Anna Lind has a question about your offer.")
    await city.park.presses("Answer")
    await city.park.says("Yes.")
    assert city.park.last_text.startswith("Thank you! The answer is sent to Anna Lind.")
    assert city.matcher_a.last_text.startswith("Sam Dahl har svarat.\nYes.")


async def test_a_withdrawn_slot_is_not_asked_about(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Visa allt")
    ask = city.matcher_a.data("Ställ en fråga")
    await city.maleri.presses("Ångra")
    await city.matcher_a.presses_forged(ask)
    assert "Återkallat." in city.matcher_a.last_text


@pytest.mark.parametrize("language", Language)
async def test_a_question_is_asked_with_texts_alone(city: City, language: Language) -> None:
    await city.matcher_a.says(f"/sprak {language}")
    await city.maleri.reports_internship()
    await city.matcher_a.says("2")
    await city.matcher_a.says("2")
    await city.matcher_a.says("Finns det parkering?")
    assert "Finns det parkering?" in city.maleri.last_text
