"""What suppliers do with their slots in chat, and what the record has of it."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ledger import LedgerRow
from tests.chat import Chat
from tests.city import City


async def card_of(chat: Chat, area: str = "Centrum") -> str:
    """The card of the newest slot there, from the list."""
    await chat.says("/platser")
    return await chat.presses(area)


async def at_the_last_question_of_withdrawal(chat: Chat) -> None:
    await card_of(chat)
    await chat.presses("Ta tillbaka")
    await chat.presses("Vi har inte möjlighet längre")


async def events(city: City) -> list[str]:
    async def recorded(session: AsyncSession) -> list[str]:
        return list(await session.scalars(select(LedgerRow.event).order_by(LedgerRow.id)))

    return await city.asks(recorded)
