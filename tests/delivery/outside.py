"""What tests of delivery share: put something into the outbox, and see what became of it."""

import asyncio
from typing import Any

from sqlalchemy import select, update

from bot.program import Program
from messages import everyone
from messages.message import Message
from storage import outbox
from storage.outbox import Lane, Method, OutboxRow, OutboxState, Ring
from tests.city import Chat, City

PATIENCE = 20.0


async def queue(city: City, chat: Chat, key: str, *, lane: Lane = Lane.ANSWER, **more: Any) -> None:
    """Put a message into the outbox, as a handler does, and wake the deliverer."""
    async with city.database.write() as session:
        await outbox.queue(session, message_to(chat, key, lane) | more, now=city.clock.now())
    city.program.deliverer.wake()


def message_to(chat: Chat, key: str, lane: Lane) -> dict[str, Any]:
    """A row with that key, which can be read in the message too."""
    return {
        "dedup_key": key,
        "chat_id": chat.phone.user_id,
        "method": Method.SEND_MESSAGE,
        "content": Message(everyone.HowToGetIn(city=key, contact="—")).content(),
        "lane": lane,
        "ring": Ring.ALWAYS,
    }


def arrivals(chat: Chat, key: str) -> int:
    """How often the message queued with that key stands in the chat."""
    return sum(key in message.text for message in chat.received)


async def row(city: City, key: str) -> OutboxRow:
    """How the row with that key stands."""
    found = await city.asks(lambda session: session.scalar(select(OutboxRow).where(OutboxRow.dedup_key == key)))
    assert found is not None
    return found


async def until_state(city: City, key: str, state: OutboxState) -> OutboxRow:
    """Wait until the row is in that state."""
    async with asyncio.timeout(PATIENCE):
        while (found := await row(city, key)).state is not state:
            await asyncio.sleep(0.005)
    return found


async def end_leases(city: City) -> None:
    """The time has passed after which nobody is believed to be sending; look again, and wait."""
    in_doubt = OutboxRow.state == OutboxState.UNKNOWN, OutboxRow.lease_until.is_not(None)
    async with city.database.write() as session:
        await session.execute(update(OutboxRow).where(*in_doubt).values(lease_until=0.0))
    city.program.deliverer.wake()
    async with asyncio.timeout(PATIENCE):
        while await city.asks(lambda session: session.scalar(select(OutboxRow.id).where(*in_doubt))):
            await asyncio.sleep(0.005)
    await city.settled()


async def with_long_leases(city: City) -> None:
    """Begin again with leases that end when the test says so, not before."""
    await city.stop()
    city.program = Program(city.settings, city.database, city.clock, lease_for=600)
    city.start()
