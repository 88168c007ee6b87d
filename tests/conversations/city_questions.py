"""What suppliers ask the city in chat."""

from tests.chat import Chat
from tests.city import City

WORDS = "Får vi ta betalt för studiebesök?"


async def asks(chat: Chat, words: str = WORDS) -> str:
    """By the button and a text, up to what is to be sent."""
    await chat.says("/hjalp")
    await chat.presses_forged("cqa")
    return await chat.says(words)


async def asked(city: City, words: str = WORDS, *, by: Chat | None = None) -> None:
    """Mira, or somebody else, has asked the city."""
    asker = by or city.maleri
    await asks(asker, words)
    await asker.presses("Skicka")


async def buttons_of_list(chat: Chat) -> list[str]:
    """What stands under /fragor."""
    await chat.says("/fragor")
    return chat.buttons
