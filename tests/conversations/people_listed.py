"""The way to somebody's card."""

from tests.chat import Chat


async def card_of(chat: Chat, name: str) -> str:
    """Ask for the list of people, and press a name in it."""
    await chat.says("/personer")
    return await chat.presses(name)
