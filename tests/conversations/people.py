"""What people do in chat about one another: invite, look up, be away, leave."""

import re

from sqlalchemy import update

from storage.people.person import Person
from tests.chat import Chat


async def card_of(chat: Chat, name: str) -> str:
    await chat.says("/personer")
    return await chat.presses(name)


NEXT_MONDAY, IN_TWO_WEEKS = "2", "3"


async def is_away(chat: Chat, *, deputy: str | None = None, until: str = IN_TWO_WEEKS) -> str:
    """By texts alone; the last message."""
    await chat.says("/borta")
    await chat.says(until)
    if deputy is not None:
        await chat.says(deputy)
    return chat.last_text


def code_in(text: str) -> str:
    """The code of the link in a message."""
    found = re.search(r"start=([\w-]+)", text)
    assert found, text
    return found[1]


def said(chat: Chat, begins: str) -> str:
    """The newest message that begins so."""
    return [message.text for message in chat.received if message.text.startswith(begins)][-1]


async def invites_a_matcher(chat: Chat, name: str = "Nora Berg") -> str:
    """By texts alone; the code of the link."""
    await chat.says("/bjudin")
    await chat.answers("2", name, "1")
    return code_in(said(chat, f"Inbjudan till {name} är klar"))


async def ends_access(chat: Chat, name: str, *answers: str) -> str:
    """From the card to the end; the last message."""
    await card_of(chat, name)
    await chat.presses("Avsluta tillgång")
    await chat.answers(*answers, "1")
    return chat.last_text


async def is_out_of_reach(chat: Chat) -> None:
    """Telegram has refused to reach them."""
    async with chat.city.database.write() as session:
        them = Person.telegram_id == chat.phone.user_id
        await session.execute(update(Person).where(them).values(unreachable_at=chat.city.clock.now()))
