"""Telegram asks for a pause: all that people do then is handled, and whatever is said about it lies queued."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from bot.intake import arrival
from domain.invitation import together
from domain.role import Role
from handlers.handling.work import METHODS, Work
from messages import everyone
from messages.message import Message, from_content
from messages.people.language import LanguageAsked
from messages.template import all_names, is_kept, parameters_named
from storage import inbox, outbox
from storage.dialects import database_seconds
from storage.outbox import Lane, OutboxRow, OutboxState, Ring
from storage.people import person
from storage.people.person import Person
from tests.importing.sheets import csv
from tests.kept.agreements import PAINTING, sends_file
from tests.kept.dump import MADE_UP_CODE
from tests.kept.kept_city import KeptCity
from tests.messages.samples import build

EVENING = datetime(2026, 12, 7, 16, 30, tzinfo=UTC)
"""17.30 in Stockholm: what need not ring now waits for the morning."""

LONG = 86400.0
"""Seconds for which a process that was killed in the middle has its lease."""

TURNS = (
    ("Ann", ">I'll take it", "/sprak svenska"),
    ("Bashir", "/platser", "/borta", "3", "Anna Lind"),
    ("Cilla", "/aviseringar", "/hjalp"),
    ("Sam", "811218-9876", "/meetings"),
    ("Nora", "/platser", "hej"),
    ("Xena", "2"),
    ("Ylva", "Mira Holm"),
    ("Zara", "1", "Centrum", "vecka 51", "8 v", "1"),
    ("Kim", "1", "21/12", "dialog"),
    ("Ada", "/importera", "/moten", "/personer"),
)
"""By texts alone, and by buttons that were there before the pause."""


async def is_evening(city: KeptCity) -> None:
    """A meeting is moved after hours, and its news waits; a file is shown, and waits for its sender's word."""
    await city.until(EVENING)
    await city.person("Jon Ros", Role.COORDINATOR)
    await city.plays("Jon", "/moten", ">11 dec", ">Flytta", "2026-12-18", "10", "1", "1")
    await sends_file(city, "Jon", csv(PAINTING.replace("UH-2026-17", "UH-2026-19")))


async def is_paused(city: KeptCity) -> None:
    """Everybody goes on all the same, somebody new comes in, and the bot is put into a group."""
    await city.pauses()
    for name, *turns in TURNS:
        await city.plays(name, *turns)
    await city.plays("Jon", "/bjudin", "2", "Nya Vän", "1")
    await city.stranger().says("/start")
    city.telegram.add_group("En grupp till", [city.who["Anna"].phone])
    await city.settled()


async def everything_is_said_once_more(city: KeptCity) -> None:
    """Of each sort of message one more, as it was told before; where nobody was told it, with made-up parameters.

    What is kept nowhere is queued by what it is looked up by, which is a sort of its own.
    """
    async with city.database.write() as session:
        rows = list((await session.scalars(select(OutboxRow).order_by(OutboxRow.id.desc()))).all())
        queued = {row.content.get("template") for row in rows if row.state is OutboxState.QUEUED}
        told = {row.content.get("template"): row for row in rows if row.person_id is not None}
        anyone = await person.by_telegram_id(session, city.who["Mira"].phone.user_id)
        assert anyone is not None
        for name in all_names():
            if name not in queued and is_kept(name):
                values = _again(told[name]) if name in told else _sample(name, anyone)
                await outbox.queue(session, values | {"dedup_key": f"kept:{name}"}, now=city.clock.now())


def _again(row: OutboxRow) -> dict[str, Any]:
    """The same to the same person; what is made from a code, from one that leads nowhere."""
    message = from_content(row.content)
    return _values(row.chat_id, row.person_id, message)


def _sample(name: str, reader: Person) -> dict[str, Any]:
    return _values(reader.telegram_id, reader.id, Message(build(parameters_named(name), "Exempel", 0)))


def _values(chat_id: int, person_id: int | None, message: Message) -> dict[str, Any]:
    return {
        "chat_id": chat_id,
        "person_id": person_id,
        "method": METHODS[message.attachment],
        "content": message.content(),
        "secret": _secret(message),
        "lane": Lane.DUTY,
        "ring": Ring.ALWAYS,
    }


def _secret(message: Message) -> str | None:
    if message.attachment is None or not message.attachment.needs_secret:
        return None
    people = getattr(message.parameters, "invitations", None)
    return MADE_UP_CODE if people is None else together([MADE_UP_CODE] * len(people))


async def is_killed_in_the_middle(city: KeptCity) -> None:
    """A message is on its way, and an edit of it waits, when the process is killed; so is none of it ever noted."""
    async with city.database.write() as session:
        work = Work(session, city.clock.now(), city.program.city, key="kept:killed")
        reader = await person.by_telegram_id(session, city.who["Nora"].phone.user_id)
        assert reader is not None
        original_id = await work.tell(reader, Message(LanguageAsked()))
        assert original_id is not None
        original = await session.get_one(OutboxRow, original_id)
        original.state, original.attempts, original.fencing_token = OutboxState.SENDING, 1, 0
        original.lease_until = await session.scalar(select(database_seconds() + LONG))
        await session.flush()
        await work.edit(original_id, Message(everyone.Help(Role.MATCHER, work.city.name, work.city.contact)))


async def is_met_by_updates(city: KeptCity) -> None:
    """The bot stands still; what people do then is kept, and not handled yet."""
    await city.stop()
    city.who["Nora"].phone.says("/platser")
    city.who["Anna"].phone.says("Finns det buss?")
    city.who["Mira"].phone.presses_button("Avbryt")
    async with city.database.write() as session:
        arrivals = [arrival(waiting.update) for waiting in city.telegram.updates.waiting]
        await inbox.keep(session, arrivals, now=city.clock.now())
