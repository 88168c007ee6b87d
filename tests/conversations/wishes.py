"""What people do in chat about wishes."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine, inspect, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from domain.role import Role
from storage.people import person
from storage.slots.area import Area
from storage.wishes import decision
from storage.wishes.wish import Wish
from tests.chat import Chat
from tests.city import City

DECISION = "AMN 2026/118"
AREAS = ("Centrum", "Råå")


async def turned_on(city: City) -> Chat:
    """The city has decided, and lists its areas; the administrator."""
    administrator = await city.person("Alva Berg", Role.ADMINISTRATOR)
    async with city.database.write() as session:
        alva = await person.by_telegram_id(session, administrator.phone.user_id)
        assert alva is not None
        await decision.turn_on(session, DECISION, by=alva.id, now=city.clock.now())
        session.add_all(Area(name=name, added_by=alva.id, added_at=city.clock.now()) for name in AREAS)
    return administrator


async def wishes_for(matcher: Chat, *answers: str) -> str:
    """A new wish, by presses; what is read then."""
    await matcher.says("/onskemal")
    for pressed in ("Nytt önskemål", *(answers or ("Praktikplats", "Måleri", "Centrum")), "Skicka"):
        await matcher.presses(pressed)
    return matcher.last_text


async def every_wish(city: City) -> list[Wish]:
    """Every wish that is kept, oldest first."""
    return await city.asks(_every)


async def _every(session: AsyncSession) -> list[Wish]:
    return list(await session.scalars(select(Wish).order_by(Wish.id)))


def everything_kept(city: City) -> str:
    """All that the database holds, whatever table it is in: of SQLite the very bytes, with what was freed."""
    kept = _bytes_of(city) if city.database.is_sqlite else _rows_of(city)
    return re.sub(r"\\u([0-9a-f]{4})", lambda escaped: chr(int(escaped[1], 16)), kept)  # as JSON may write a letter


def _bytes_of(city: City) -> str:
    file = str(city.database.url.database)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    files = [Path(file + ending) for ending in ("", "-wal")]
    return "".join(each.read_bytes().decode(errors="replace") for each in files if each.exists())


def _rows_of(city: City) -> str:
    engine = create_engine(city.database.url)
    with engine.connect() as connection:
        every = [text(f'SELECT "{name}"::text FROM "{name}"') for name in inspect(engine).get_table_names()]
        rows = [row for each in every for row in connection.scalars(each)]
    engine.dispose()
    return "\n".join(rows)


def shown_anywhere(*chats: Chat) -> str:
    """What stands in these chats now, buttons and all."""
    messages = [message for chat in chats for message in chat.received]
    buttons = [button.text for message in messages for row in message.buttons for button in row]
    return "\n".join([*(message.words for message in messages), *buttons])
