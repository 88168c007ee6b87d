"""A reply to one of the bot's messages is about that message: no answer to another question, no other button."""

import pytest

from tests.chat import Chat
from tests.city import City
from tests.each import each

AREA = "Var är arbetsplatsen?"


def has_taken_one(chat: Chat) -> bool:
    return any(message.words.startswith("Du har tagit den.") for message in chat.received)


@pytest.mark.parametrize("words", ["1", "Jag tar den", "ja", "Bra jobbat!"])
async def test_a_reply_to_what_is_over_takes_nothing_else(city: City, words: str) -> None:
    await city.maleri.reports_internship(area="Centrum")
    over = city.matcher_a.last.message_id
    await city.matcher_b.says("1")
    await city.maleri.reports_internship(area="Hamnen")
    await city.matcher_a.says(words, reply_to=over)
    assert not has_taken_one(city.matcher_a)
    if words in {"1", "Jag tar den"}:
        assert city.matcher_a.last_text.startswith("Den knappen gäller inte längre.")
    await city.matcher_a.says("Jag tar den")
    assert has_taken_one(city.matcher_a)


async def test_a_reply_to_news_is_no_answer_in_a_form(city: City, subtests: pytest.Subtests) -> None:
    await city.maleri.says("/rapportera")
    first = city.maleri.last.message_id
    await city.maleri.says("/avbryt")
    await city.maleri.reports_internship()
    await city.matcher_a.says("1")
    await city.matcher_a.says("/platser")
    await city.matcher_a.says("1")
    await city.matcher_a.presses("Lämna tillbaka")
    news = city.maleri.last.message_id
    assert not city.maleri.buttons
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2")
    for name, replied_to in {"news": news, "an earlier question": first}.items():
        for words in ("Bra jobbat Anna", "2", "Centrum", "Tack!"):
            with each(subtests, f"{words!r} to {name}"):
                assert AREA in await city.maleri.says(words, reply_to=replied_to)
    await city.maleri.says("Centrum", reply_to=city.maleri.last.message_id)
    assert "När är första dagen?" in city.maleri.last_text


async def test_a_reply_to_ones_own_message_is_read_as_if_it_were_none(city: City) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2")
    own = [message for message in city.maleri.phone.messages if not message.from_bot][-1]
    assert "När är första dagen?" in await city.maleri.says("Centrum", reply_to=own.message_id)
