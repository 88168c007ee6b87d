"""A supplier asks the city what the list has no answer to: it goes to a person, and the answer comes back."""

from datetime import timedelta

from domain.role import Role
from tests.chat import Chat
from tests.city import City
from tests.conversations.people import is_away

WORDS = "Får vi ta betalt för studiebesök?"


async def asks(chat: Chat, words: str = WORDS) -> str:
    """By the button and a text, up to what is to be sent."""
    await chat.says("/hjalp")
    await chat.presses_forged("cqa")
    return await chat.says(words)


async def asked(city: City, words: str = WORDS) -> None:
    """Mira has asked the city."""
    await asks(city.maleri, words)
    await city.maleri.presses("Skicka")


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
