from collections.abc import Callable

import pytest

from bot.demo.local_telegram import Phone
from tests.chat import Chat
from tests.city import City
from tests.each import each

ANSWERS = ("1", "1", "2", "Centrum", "2", "2")


async def at_step(chat: Chat, step: int) -> None:
    await chat.says("/rapportera")
    await chat.answers(*ANSWERS[: step - 1])


NO_TEXTS: dict[str, Callable[[Phone], object]] = {
    "bild": Phone.sends_photo,
    "klistermärke": Phone.sends_sticker,
    "röstmeddelande": Phone.sends_voice,
    "kart": Phone.sends_location,
    "fil": lambda phone: phone.sends_document("avtal.pdf", b"%PDF"),
}


@pytest.mark.parametrize("is_in_form", [True, False])
async def test_what_is_no_text_is_named_and_answered(
    city: City, subtests: pytest.Subtests, *, is_in_form: bool
) -> None:
    if is_in_form:
        await at_step(city.maleri, 3)
    for what, act in NO_TEXTS.items():
        with each(subtests, what):
            await city.maleri.does(act)
            assert what in city.maleri.last_text
            assert ("Steg 3 av 6" if is_in_form else "/hjalp") in city.maleri.last_text


UNUSABLE = [
    (1, "kanske", "finns inte bland valen", "Tryck på en knapp"),
    (1, "7", "finns inte bland valen", "Tryck på en knapp"),
    (3, "många", "bara siffror", "till exempel 2"),
    (3, "0", "minst 1.", "till exempel 2"),
    (3, "400", "Det var många.", "från 1 till 50"),
    (4, "a" * 36, "för långt", "Till exempel Centrum"),
    (4, "!!", "förstod inte området", "till exempel Centrum"),
    (4, "Ring 070-174 06 35", "inga telefonnummer", "Skriv svaret utan det"),
    (5, "snarare", "förstod inte datumet", "26/11"),
    (5, "mitten av mars", "kan vara flera dagar", "torsdag 26 november"),
    (5, "tis 1/3", "Det datumet är måndag 1 mars 2027.", "Vilken dag menar du?"),
    (5, "nästa fredag", "Menar du fredag 27 november 2026 eller fredag 4 december 2026?", "Skriv datumet"),
    (5, "20/11", "redan varit", "från i dag och framåt"),
    (5, "2030-01-01", "långt fram", "inom två år"),
    (6, "29/11", "efter starten", "8 veckor"),
    (6, "typ sen", "förstod inte datumet", "25/1"),
    (6, "2031-01-01", "lång tid", "Inte bestämt"),
]
"""At which step what is said, what is named of it, and what the person is told to do instead."""


async def test_an_answer_that_cant_be_used_is_named_and_the_question_asked_again(
    city: City, subtests: pytest.Subtests
) -> None:
    await city.maleri.says("/rapportera")
    for step, answer in enumerate(ANSWERS, start=1):
        for _, text, problem, next_step in (unusable for unusable in UNUSABLE if unusable[0] == step):
            with each(subtests, f"step {step}: {text}"):
                said = await city.maleri.says(text)
                assert problem in said
                assert next_step in said
                assert f"Steg {step}" in said
        await city.maleri.says(answer)


async def test_complaints_come_in_the_persons_language(city: City) -> None:
    await at_step(city.park, 3)
    await city.park.says("many")
    assert "digits" in city.park.last_text
    assert "Step 3 of 6" in city.park.last_text


async def test_a_text_of_4500_characters_arrives_as_two_messages_and_loses_nothing(city: City) -> None:
    await at_step(city.maleri, 4)
    city.maleri.phone.says("x" * 4500)
    assert city.telegram.updates_waiting == 2
    await city.settled()
    assert "för långt" in city.maleri.last_text
    await city.maleri.says("Centrum")
    assert "Steg 5 av 6" in city.maleri.last_text


async def test_a_forged_button_is_answered_and_does_nothing(city: City, subtests: pytest.Subtests) -> None:
    await city.maleri.reports_internship()
    for data in ("%", "zz:1:1", "ta:zzz:1", "fa:!:1", "ta", "fa", "la:9", "ta:-1:1", "x" * 64):
        with each(subtests, data):
            said = len(city.maleri.received)
            await city.maleri.presses_forged(data)
            assert len(city.maleri.received) > said
            assert city.maleri.last_text.startswith(("Det finns inte längre", "Den knappen gäller inte längre"))
            (slot,) = await city.slots()
            assert slot.claimed_by is None


async def test_another_suppliers_slot_is_not_found(city: City) -> None:
    await city.maleri.reports_internship()
    await city.park.says("/hjalp")
    for data in (city.matcher_a.data("Jag tar den"), city.matcher_a.data("Visa allt")):
        await city.park.presses_forged(data)
        assert city.park.last_text.startswith("It is no longer there, or not yours to change.")
    (slot,) = await city.slots()
    assert slot.claimed_by is None


async def test_an_alert_of_the_wrong_revision_is_shown_again_before_it_can_be_claimed(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses_forged("ta:1:zz")
    (slot,) = await city.slots()
    assert slot.claimed_by is None
    assert city.matcher_a.buttons == ["1. Jag tar den", "2. Ställ en fråga"]


async def test_a_command_in_the_middle_of_a_form_is_answered_and_the_question_comes_again(city: City) -> None:
    await at_step(city.maleri, 4)
    for command, answer in (("/hjalp", "Det här kan du göra"), ("/sprak", "språk"), ("/nonsens", "finns inte")):
        await city.maleri.says(command)
        texts = [message.text for message in city.maleri.received]
        assert answer in texts[-2]
        assert "Steg 4 av 6" in texts[-1]


async def test_outside_a_form_a_text_is_answered_with_what_one_can_do(city: City) -> None:
    await city.maleri.says("Hej, vi vill ha en praktikant")
    assert "/rapportera" in city.maleri.last_text


async def test_in_a_group_the_bot_says_it_works_one_to_one_and_leaves(city: City) -> None:
    group = city.telegram.add_group("Bygget", [city.maleri.phone, city.park.phone])
    group.says(city.maleri.phone, "/rapportera")
    await city.settled()
    assert group.bot_has_left
    assert [message.text for message in group.messages if message.from_bot] != []
    assert "en person i taget" in next(message.text for message in group.messages if message.from_bot)
    assert sum(message.from_bot for message in group.messages) == 1
