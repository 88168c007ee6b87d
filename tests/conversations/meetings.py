"""What coordinators do with their meetings in chat."""

from tests.chat import Chat


async def walks_move(chat: Chat, *, to: str, at: str, reason: str) -> str:
    await chat.presses("Flytta")
    for answer in (to, at, reason, "1"):
        await chat.says(answer)
    return chat.last_text


async def calls_off(chat: Chat, *, reason: str = "1") -> str:
    await chat.presses("Ställ in")
    await chat.says(reason)
    await chat.says("1")
    return chat.last_text
