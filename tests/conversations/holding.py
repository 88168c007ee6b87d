"""A contract's reminders are paused from its card."""

from messages.button import base36
from tests.chat import Chat


async def opens_card(chat: Chat, contract: int) -> str:
    """A contract's card, as from the list."""
    await chat.says("/avtal")
    return await chat.presses_forged(f"as:{base36(contract)}")


async def holds(chat: Chat, contract: int, *answers: str) -> str:
    """*Pausa påminnelser* on the card, answered."""
    await opens_card(chat, contract)
    await chat.presses("Pausa påminnelser")
    for answer in answers:
        await chat.says(answer)
    return chat.last_text
