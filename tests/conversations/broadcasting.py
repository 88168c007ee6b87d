"""How a broadcast is written, for tests of what becomes of it."""

from handlers.broadcasts.writing import FORM
from tests.chat import Chat

WORDS = "Tack för året som har gått. Kom gärna och fika med oss på torsdag."


async def begins(chat: Chat, sort: str = "Ett tack") -> str:
    """As far as the question to whom it goes."""
    await chat.says("/utskick")
    await chat.presses("Nytt utskick")
    return await chat.presses(sort)


async def writes(chat: Chat, words: str = WORDS, *, english: str = "") -> str:
    """A broadcast to all, as far as the question whom it names."""
    return await chat.opens(FORM, "Ett tack", "Klart: till alla", words, english or "Hoppa över")
