"""The least that keeps anything, by Steget's own libraries: `python -m tests.bench.keeping_echo API DATABASE`.

An echo whose every update and answer is on disk before the next step is taken, and which notes what Telegram accepted.
It knows no forms, no roles, no pacing and no fair turns, and nothing of what may fail. What it takes, any bot takes
that keeps its word by python-telegram-bot and SQLAlchemy; what lies between it and Steget is Steget's.
"""

import asyncio
import sys
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import JSON, BigInteger, Column, Integer, MetaData, String, Table, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from telegram import Update
from telegram.ext import Application, MessageHandler, filters

from bot.plain_bot import PlainBot
from bot.request import AiohttpRequest
from bot.silent_bot import silent_bot
from storage.database import Database
from tests.city import TOKEN

TABLES = MetaData()
HEARD = Table(
    "heard",
    TABLES,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("payload", JSON),
)
TALK = Table(
    "talk",
    TABLES,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("turns", Integer),
)
SAID = Table(
    "said",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger),
    Column("text", String),
    Column("message_id", BigInteger),
)

KEEP = insert(HEARD)
TURNS = select(TALK.c.turns).where(TALK.c.chat_id == bindparam("chat"))
BEGIN = insert(TALK)
GO_ON = update(TALK).where(TALK.c.chat_id == bindparam("chat")).values(turns=TALK.c.turns + 1)
QUEUE = insert(SAID).returning(SAID.c.id)
NOTE = update(SAID).where(SAID.c.id == bindparam("row")).values(message_id=bindparam("number"))


@dataclass
class Turn:
    """What is handled now, and what it says: the row, the chat and the text of each message."""

    session: AsyncSession
    said: list[tuple[int, int, str]] = field(default_factory=list)


current: ContextVar[Turn] = ContextVar("current")


async def echo(update: Update, _context: Any) -> None:
    """Queue what was said, to be said again."""
    turn, message = current.get(), update.effective_message
    assert message is not None
    chat, text = message.chat_id, message.text or ""
    if (await turn.session.execute(TURNS, {"chat": chat})).one_or_none() is None:
        await turn.session.execute(BEGIN, {"chat_id": chat, "turns": 0})
    await turn.session.execute(GO_ON, {"chat": chat})
    row = (await turn.session.execute(QUEUE, {"chat_id": chat, "text": text, "message_id": None})).scalar_one()
    turn.said.append((row, chat, text))


async def main(api: str, url: str) -> None:
    """Fetch, keep and handle in one transaction; send; note in another."""
    database, request = Database(url), AiohttpRequest()
    async with database.write() as session:
        await (await session.connection()).run_sync(TABLES.create_all)
    bot = PlainBot(TOKEN, base_url=f"{api}/bot", request=request, get_updates_request=request)
    await bot.initialize()
    application = Application.builder().bot(silent_bot(bot.bot)).updater(None).job_queue(None).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    await application.initialize()

    async def send(row: int, chat: int, text: str) -> None:
        accepted = await bot.ask("sendMessage", chat_id=chat, text=text)
        async with database.write() as session:
            await session.execute(NOTE, {"row": row, "number": accepted["message_id"]})

    after = 0
    async with asyncio.TaskGroup() as sending:
        while True:
            fetched = await bot.ask("getUpdates", offset=after, timeout=10)
            async with database.write() as session:
                turn = Turn(session)
                current.set(turn)
                for payload in fetched:
                    after = payload["update_id"] + 1
                    await session.execute(KEEP, {"update_id": payload["update_id"], "payload": payload})
                    await application.process_update(Update.de_json(payload, application.bot))
            for message in turn.said:
                sending.create_task(send(*message))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
