"""What tests of delivery share: put something into the outbox, and see what became of it."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import select, update

from bot.program import Program
from handlers.handling.work import Work
from messages.message import Message
from messages.people.joining import HowToGetIn
from storage import outbox
from storage.base import Base
from storage.outbox import Lane, Method, OutboxRow, OutboxState, Ring
from storage.people.person import Person, by_telegram_id
from tests.chat import Chat
from tests.city import ONLY_WHEN_TOLD, City

PATIENCE = 20.0
Answer = TypeVar("Answer")


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
        "content": Message(HowToGetIn(city=key, contact="—")).content(),
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
    # What is sent again at once may be in doubt again, but with a lease of its own.
    is_over = OutboxRow.state == OutboxState.UNKNOWN, OutboxRow.lease_until == 0.0
    async with asyncio.timeout(PATIENCE):
        while await city.asks(lambda session: session.scalar(select(OutboxRow.id).where(*is_over))):
            await asyncio.sleep(0.005)
    await city.settled()


async def with_long_leases(city: City) -> None:
    """Begin again with leases that end when the test says so, not before."""
    await city.stop()
    city.program = Program(city.settings, city.database, city.clock, lease_for=600, clock_after=ONLY_WHEN_TOLD)
    city.start()


async def at_work(city: City, key: str, act: Callable[[Work], Awaitable[Answer]]) -> Answer:
    """Do something as a handler does it, in a transaction of its own, and wake the deliverer."""
    async with city.database.write() as session:
        done = await act(Work(session, city.clock.now(), city.program.city, key))
    city.program.deliverer.wake()
    return done


async def tell(city: City, chat: Chat, message: Message, **more: Any) -> int:
    """Say something to a person who is in; the outbox row's id."""
    person = await person_of(city, chat)
    row_id = await at_work(city, uuid4().hex, lambda work: work.tell(person, message, **more))
    assert row_id is not None
    return row_id


async def person_of(city: City, chat: Chat) -> Person:
    """Whose chat it is."""
    found = await city.asks(lambda session: by_telegram_id(session, chat.phone.user_id))
    assert found is not None
    return found


async def row_with_id(city: City, row_id: int) -> OutboxRow:
    """How that row stands."""
    return await city.asks(lambda session: session.get_one(OutboxRow, row_id))


async def everything_kept(city: City) -> str:
    """All that any table holds, and the bytes of the database's files where it has any. Stops the bot."""
    await city.stop()
    async with city.database.read() as session:
        rows = [row for table in Base.metadata.sorted_tables for row in await session.execute(select(table))]
    await city.database.close()  # what SQLite has written ahead is in its file now
    files = Path(city.settings.database_url.removeprefix("sqlite:///"))
    kept = b"".join(file.read_bytes() for file in files.parent.glob(f"{files.name}*"))
    return repr(rows) + kept.decode("latin-1")
