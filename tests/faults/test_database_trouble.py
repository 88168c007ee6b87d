"""Trouble with the database is nobody's fault: nothing is counted, nothing is lost, all goes on after it."""

import asyncio
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from bot.delivery import deliverer, result
from bot.intake import arrival
from handlers.handling.work import Work
from handlers.slots.report import reporting
from storage import figures, inbox, inbox_queue, outbox
from storage.database import Database
from storage.inbox import InboxRow, InboxState
from storage.outbox import OutboxState
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City
from tests.empty_database import on_postgresql


def database_trouble(code: int = sqlite3.SQLITE_FULL) -> OperationalError:
    """What SQLAlchemy raises, as when the disk is full."""
    cause = sqlite3.OperationalError("database or disk is full")
    cause.sqlite_errorcode = code
    return OperationalError("INSERT", {}, cause)


def fails(times: int, error: Callable[[], Exception], then: Callable[..., Any]) -> Callable[..., Any]:
    """A function that raises so many times, and then does what it should."""
    left = iter(range(times))

    async def function(*args: Any, **kwargs: Any) -> Any:
        if next(left, None) is not None:
            raise error()
        return await then(*args, **kwargs)

    return function


@pytest.fixture(autouse=True)
def soon_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.rounds.AFTER_TROUBLE", 0.01)
    monkeypatch.setattr("bot.roles.BEGIN_AGAIN_AFTER", 0.01)


async def only_update(city: City) -> InboxRow:
    row: InboxRow = await city.asks(lambda session: session.get_one(InboxRow, 1))
    return row


async def test_trouble_while_an_update_is_handled_is_not_counted_against_it(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "begin", fails(5, database_trouble, reporting.begin))
    await city.maleri.says("/rapportera")
    assert "Steg 1\n" in city.maleri.last_text
    assert (await only_update(city)).attempts == 0


async def test_trouble_when_an_update_is_committed_is_not_counted_against_it(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_queue, "end_turns", fails(5, database_trouble, inbox_queue.end_turns))
    await city.maleri.says("/rapportera")
    assert [message.text.count("Steg 1\n") for message in city.maleri.received] == [1]
    assert (await only_update(city)).attempts == 0


async def test_a_mistaken_statement_is_the_programs_fault_and_stops_no_other_chat(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def mistaken(_work: Work, _actor: Person) -> None:
        raise database_trouble(sqlite3.SQLITE_ERROR)

    monkeypatch.setattr(reporting, "begin", mistaken)
    await city.maleri.says("/rapportera")
    await city.park.says("/hjalp")
    row = await only_update(city)
    assert (row.attempts, row.state) == (3, InboxState.SET_ASIDE)
    assert row.reference is not None
    assert row.reference in city.maleri.last_text
    assert len(city.park.received) == 1


async def test_trouble_while_the_intake_keeps_updates_loses_none(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "keep", fails(3, database_trouble, inbox.keep))
    for chat in (city.maleri, city.park):
        chat.phone.says("/hjalp")
    await city.settled()
    assert [len(chat.received) for chat in (city.maleri, city.park)] == [1, 1]


async def test_trouble_while_the_deliverer_notes_what_it_sent_doubles_nothing(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.maleri.says("/hjalp")
    monkeypatch.setattr(deliverer, "note_all", fails(3, database_trouble, result.note_all))
    for chat in (city.maleri, city.park, city.matcher_a):
        chat.phone.says("/hjalp")
    await city.settled()
    assert [len(chat.received) for chat in (city.maleri, city.park, city.matcher_a)] == [2, 1, 1]
    assert await city.asks(figures.possibly_doubled) == 0
    assert set(await city.asks(outbox.count_by_state)) == {OutboxState.SENT}


@on_postgresql
async def test_a_server_that_cuts_every_connection_again_and_again_loses_and_counts_nothing(city: City) -> None:
    chats = (city.maleri, city.park, city.matcher_a, city.matcher_b)
    for _ in range(4):
        for chat in chats:
            chat.phone.says("/hjalp")
        async with asyncio.timeout(20):
            while city.telegram.updates_waiting:
                await asyncio.sleep(0.005)
        await cut_connections(city)
    await city.settled()
    assert [len(chat.received) for chat in chats] == [4] * len(chats)
    rows = await city.asks(lambda session: session.scalars(select(InboxRow)))
    assert {(row.state, row.attempts) for row in rows} == {(InboxState.HANDLED, 0)}
    assert set(await city.asks(outbox.count_by_state)) == {OutboxState.SENT}


async def cut_connections(city: City) -> None:
    """As when the server is restarted: everyone's connection, but the one that asks for it."""
    async with city.database.read() as session:
        await session.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )


@on_postgresql
async def test_after_a_cut_other_processes_are_heard_again(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    # Without wake-ups nobody would look for a long time.
    monkeypatch.setattr("bot.rounds.LOOK_AGAIN_AFTER", 600.0)
    await city.restart()
    await city.maleri.says("/hjalp")
    await cut_connections(city)
    other = Database(city.database.url.render_as_string(hide_password=False))
    for number in range(2):
        async with other.write() as session:
            update = {"update_id": number, "message": message_from(city.park, "/hjalp")}
            await inbox.keep(session, [arrival(update)], now=city.clock.now())
        await city.settled()
        assert len(city.park.received) == number + 1
    await other.close()


def message_from(chat: Chat, words: str) -> dict[str, Any]:
    """A message as Telegram sends it."""
    person = {"id": chat.phone.user_id, "is_bot": False, "first_name": "Sam", "language_code": "en"}
    return {
        "message_id": 1,
        "date": 1795000000,
        "from": person,
        "chat": {"id": chat.phone.user_id, "type": "private"},
        "text": words,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(words)}],
    }
