"""A city on a kept database, at the instant at which that was written down, with the phones as they were.

What was on the phones stands in the outbox: every message that was sent, under its number, and every edit of it.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from bot.demo.local_telegram import LocalTelegram, Message
from bot.demo.local_telegram.chat import Chat as TelegramChat
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.group import Group
from bot.demo.local_telegram.keyboard import Button, Buttons
from bot.demo.local_telegram.message import Kind
from bot.demo.local_telegram.serving import serving
from bot.demo.movable_clock import MovableClock
from storage.database import Database
from storage.inbox import InboxRow
from storage.outbox import SAYS, Method, OutboxRow, OutboxState
from storage.people.person import Person
from tests.city import TOKEN, City, settings_for

KINDS: dict[Method, Kind] = {Method.SEND_PHOTO: "photo", Method.SEND_DOCUMENT: "document"}

OWN_MESSAGES = 1000
"""More than anybody has written: no new message gets the number of one that a person wrote."""


@asynccontextmanager
async def a_restored_city(database_url: str) -> AsyncIterator[City]:
    """The bot is not running yet."""
    database = Database(database_url)
    clock = MovableClock(await _written_down_at(database), stands_still=True)
    telegram = LocalTelegram(token=TOKEN, now=clock.now)
    async with serving(bot_api(telegram), before_stopping=telegram.close) as api:
        city = City(telegram, database, clock, settings_for(database_url, api))
        await _restore_chats(city)
        await _number_updates_on(city)
        try:
            yield city
        finally:
            await city.stop()
            await database.close()


async def _written_down_at(database: Database) -> datetime:
    async with database.read() as session:
        latest = await session.scalar(select(func.max(OutboxRow.queued_at)))
    assert isinstance(latest, datetime)
    return latest


async def _restore_chats(city: City) -> None:
    rows = (await city.asks(lambda session: session.scalars(select(OutboxRow).order_by(OutboxRow.id)))).all()
    people = (await city.asks(lambda session: session.scalars(select(Person)))).all()
    for chat_id in {row.chat_id for row in rows} | {each.telegram_id for each in people}:
        _show(city, _chat(city, chat_id), [row for row in rows if row.chat_id == chat_id])


def _chat(city: City, chat_id: int) -> TelegramChat:
    if chat_id < 0:
        city.telegram.groups[chat_id] = Group(city.telegram, chat_id, "En grupp", [])
        return city.telegram.groups[chat_id]
    phone = city.telegram.add_phone("Någon", user_id=chat_id)
    phone.has_started = True
    return phone


def _show(city: City, chat: TelegramChat, rows: Sequence[OutboxRow]) -> None:
    """All that was sent there, as it read in the end."""
    for row in rows:
        shown = chat.message(row.telegram_message_id)
        if row.state is OutboxState.SENT and row.method in SAYS:
            chat.messages.append(_message(city, row))
        elif row.state is OutboxState.SENT and shown is not None:
            shown.text = row.rendered or shown.text
            shown.buttons = _buttons(row.content)
    numbers = [message.message_id for message in chat.messages]
    chat.messages.sort(key=lambda message: message.message_id)
    chat.last_message_id = max(numbers, default=0) + OWN_MESSAGES


def _message(city: City, row: OutboxRow) -> Message:
    assert row.telegram_message_id is not None
    return Message(
        row.telegram_message_id,
        city.telegram.bot_user,
        row.sent_at or row.queued_at,
        KINDS.get(row.method, "text"),
        text=row.rendered or "",
        buttons=_buttons(row.content),
    )


def _buttons(content: dict[str, Any]) -> Buttons:
    """As they were kept, whatever becomes of their labels."""
    rows = content.get("buttons", [])
    return [[Button(button["label"]["key"] or "–", button["data"]) for button in row] for row in rows]


async def _number_updates_on(city: City) -> None:
    """The last update comes once more, and those to come are numbered on from it: the inbox knows the earlier ones."""
    keys = (await city.asks(lambda session: session.scalars(select(InboxRow.dedup_key)))).all()
    city.telegram.pushes({"update_id": max(int(key.rpartition(":")[2]) for key in keys)})
