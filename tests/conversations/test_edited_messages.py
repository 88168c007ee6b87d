"""An edited message: whoever had the first words has the new ones, and nothing else comes of it."""

import pytest
from sqlalchemy import select

from storage.slots.inquiry import Inquiry
from tests.chat import Chat
from tests.city import City
from tests.conversations.inquiries import asked, claimed, written


async def kept(city: City) -> list[tuple[str, str | None]]:
    asked_about = select(Inquiry.question, Inquiry.answer).order_by(Inquiry.id)
    rows = await city.asks(lambda session: session.execute(asked_about))
    return [(question, answer) for question, answer in rows]


def said(chat: Chat, words: str) -> int:
    return sum(words in message.words for message in chat.received)


@pytest.mark.parametrize("way", ["reply", "button", "plain"])
async def test_an_edited_answer_reaches_whoever_had_the_first(city: City, way: str) -> None:
    await asked(city, "När börjar ni?")
    if way == "button":
        await city.maleri.presses("Svara")
    await city.maleri.says("Klockan 6.", reply_to=city.maleri.last.message_id if way == "reply" else None)
    answer = city.maleri.own_last
    if way == "plain":
        await city.maleri.presses("Skicka")
    first = city.matcher_a.last.message_id
    await city.maleri.edits(answer, "Klockan 7.")
    assert city.maleri.last_text.startswith("Ändringen av svaret är skickad till Anna Lind.")
    assert city.matcher_a.last_text.startswith("Mira Holm har ändrat sitt svar.\nKlockan 7.")
    assert city.matcher_a.last.message_id != first
    assert "Fråga mer" in " ".join(city.matcher_a.buttons)
    assert said(city.matcher_a, "Klockan 6.") == 0
    assert await kept(city) == [("När börjar ni?", "Klockan 7.")]
    await city.maleri.edits(answer, "Klockan 8.")
    assert city.matcher_a.last_text.startswith("Mira Holm har ändrat sitt svar.\nKlockan 8.")
    assert said(city.matcher_a, "Klockan 7.") == 0
    heard = len(city.matcher_a.received), len(city.maleri.received)
    await city.maleri.edits(answer, "Klockan 8.")
    assert (len(city.matcher_a.received), len(city.maleri.received)) == heard


async def test_an_edited_answer_answers_no_other_question(city: City) -> None:
    await asked(city, "Finns det parkering?", "Ingår lunch?")
    first = next(message for message in city.maleri.received if "parkering" in message.text)
    await city.maleri.says("Ja.", reply_to=first.message_id)
    await city.maleri.edits(city.maleri.own_last, "Nej.")
    assert await kept(city) == [("Finns det parkering?", "Nej."), ("Ingår lunch?", None)]
    assert "Du frågade: Finns det parkering?" in city.matcher_a.last_text


async def test_what_the_matcher_writes_is_changed_likewise_and_so_is_a_question(city: City) -> None:
    await written(city, "När kommer du på tisdag?")
    question = city.maleri.own_last
    await city.maleri.edits(question, "När kommer du på onsdag?")
    assert city.maleri.last_text.startswith("Ändringen av det du skrev är skickad till Anna Lind.")
    assert city.matcher_a.last_text.startswith("Mira Holm har ändrat det som stod här.\nNär kommer du på onsdag?")
    assert said(city.matcher_a, "tisdag") == 0
    await city.matcher_a.says("Klockan 9.", reply_to=city.matcher_a.last.message_id)
    await city.matcher_a.edits(city.matcher_a.own_last, "Klockan 10.")
    assert city.maleri.last_text.startswith("Anna Lind har ändrat sitt svar.\nKlockan 10.")
    await city.matcher_a.says("Vid entrén.", reply_to=city.matcher_a.received[-2].message_id)
    await city.matcher_a.edits(city.matcher_a.own_last, "På baksidan.")
    assert said(city.maleri, "Vid entrén.") == 0
    assert await kept(city) == [("När kommer du på onsdag?", "Klockan 10.")]
    await city.matcher_a.presses("Ställ en fråga")
    await city.matcher_a.says("Ingår lunch?")
    await city.matcher_a.edits(city.matcher_a.own_last, "Ingår frukost?")
    assert city.maleri.last_text.startswith("Anna Lind har ändrat sin fråga om ert erbjudande.\nIngår frukost?")


async def test_what_an_edit_brings_in_is_stopped_and_the_other_keeps_the_first(city: City) -> None:
    await asked(city, "Finns det parkering?")
    await city.maleri.says("Ja.", reply_to=city.maleri.last.message_id)
    answer, heard = city.maleri.own_last, len(city.matcher_a.received)
    await city.maleri.edits(answer, "Ja, ring Eva på 070-174 06 35")
    assert "Skriv inga telefonnummer här." in city.maleri.last_text
    assert "Ändringen är inte skickad än. Anna Lind har kvar det du svarade först." in city.maleri.last_text
    assert not any(message.message_id == answer for message in city.maleri.phone.messages)
    assert city.matcher_a.last_text.startswith("Mira Holm har svarat.\nJa.")
    assert len(city.matcher_a.received) == heard
    await city.maleri.says("Ja, på baksidan.")
    assert city.matcher_a.last_text.startswith("Mira Holm har ändrat sitt svar.\nJa, på baksidan.")
    await city.maleri.edits(city.maleri.own_last, "Ja, på framsidan.")
    assert city.matcher_a.last_text.startswith("Mira Holm har ändrat sitt svar.\nJa, på framsidan.")


async def test_a_personal_number_that_comes_in_later_is_taken_out_whatever_the_message_was(city: City) -> None:
    await asked(city, "Finns det parkering?")
    await city.maleri.says("Ja.", reply_to=city.maleri.last.message_id)
    answer = city.maleri.own_last
    await city.maleri.says("/hjalp")
    for message_id in (answer, city.maleri.own_last):
        await city.maleri.edits(message_id, "850709-9805")
        assert "personnummer" in city.maleri.last_text
        assert not any(message.message_id == message_id for message in city.maleri.phone.messages)
        await city.maleri.says("/avbryt")
    assert city.matcher_a.last_text.startswith("Mira Holm har svarat.\nJa.")


async def test_a_word_of_health_in_an_edit_is_asked_about_first(city: City) -> None:
    await asked(city, "Hur är luften?")
    await city.maleri.says("Bra.", reply_to=city.maleri.last.message_id)
    await city.maleri.edits(city.maleri.own_last, "Inte bra vid allergi.")
    assert "Gäller det arbetsplatsen, inte en person?" in city.maleri.last_text
    assert city.matcher_a.last_text.startswith("Mira Holm har svarat.\nBra.")
    await city.maleri.says("1")
    assert city.matcher_a.last_text.startswith("Mira Holm har ändrat sitt svar.\nInte bra vid allergi.")


async def test_an_edit_leaves_the_open_form_where_it_was(city: City) -> None:
    await asked(city, "Finns det parkering?")
    await city.maleri.says("Ja.", reply_to=city.maleri.last.message_id)
    answer = city.maleri.own_last
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2", "Centrum")
    area = city.maleri.own_last
    await city.maleri.edits(answer, "Ja, två.")
    assert city.matcher_a.last_text.startswith("Mira Holm har ändrat sitt svar.\nJa, två.")
    assert "När är första dagen?" in city.maleri.last_text
    heard = len(city.maleri.received)
    await city.maleri.edits(area, "Råå")
    assert len(city.maleri.received) == heard
    await city.maleri.answers("2", "2", "1")
    assert [slot.area for slot in await city.slots()] == ["Centrum", "Centrum"]


async def test_what_is_changed_while_it_is_asked_about_is_asked_about_anew(city: City) -> None:
    await asked(city, "När börjar ni?")
    await city.maleri.says("Klockan 6.")
    await city.maleri.edits(city.maleri.own_last, "Klockan 7.")
    assert "Är det svaret till Anna Lind?" in city.maleri.last_text
    await city.maleri.presses("Skicka")
    assert city.matcher_a.last_text.startswith("Mira Holm har svarat.\nKlockan 7.")
    assert await kept(city) == [("När börjar ni?", "Klockan 7.")]


async def test_where_writing_is_over_the_edit_is_not_passed_on_and_its_writer_hears_so(city: City) -> None:
    await claimed(city)
    await city.matcher_a.presses("Ställ en fråga")
    await city.matcher_a.says("Finns det parkering?")
    await city.maleri.says("Ja.", reply_to=city.maleri.last.message_id)
    answer = city.maleri.own_last
    await city.matcher_a.presses("Jag har hittat någon")
    heard = len(city.matcher_a.received)
    await city.maleri.edits(answer, "Ja, är det Eva?")
    assert city.maleri.last_text.startswith("Anna Lind har hittat någon.\nÄndringen är inte skickad.")
    assert len(city.matcher_a.received) == heard
    assert await kept(city) == [("Finns det parkering?", "Ja.")]
    await city.maleri.edits(answer, "Eva 850709-9805")
    assert not any(message.message_id == answer for message in city.maleri.phone.messages)
    await city.maleri.says("Ja, på baksidan.")
    assert city.maleri.last_text.startswith("Anna Lind har hittat någon.\nÄndringen är inte skickad.")
    assert len(city.matcher_a.received) == heard


async def test_what_a_stranger_changes_is_answered_with_nothing(city: City) -> None:
    stranger = city.stranger()
    await stranger.says("Hej")
    heard = len(stranger.received)
    await stranger.edits(stranger.own_last, "Hej hej")
    assert len(stranger.received) == heard
