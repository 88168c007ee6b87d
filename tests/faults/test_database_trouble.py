"""Trouble with the database is nobody's fault: nothing is counted, nothing is lost, all goes on after it."""

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot.delivery import deliverer, result
from handlers.report import actions as report
from handlers.work import Work
from storage import inbox, outbox
from storage.inbox import InboxRow, InboxState
from storage.outbox import OutboxState
from storage.person import Person
from tests.city import City


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
    monkeypatch.setattr("bot.dispatch.AFTER_TROUBLE", 0.01)
    monkeypatch.setattr("bot.roles.AFTER_TROUBLE", 0.01)


async def only_update(city: City) -> InboxRow:
    row: InboxRow = await city.asks(lambda session: session.get_one(InboxRow, 1))
    return row


async def test_trouble_while_an_update_is_handled_is_not_counted_against_it(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report, "begin", fails(5, database_trouble, report.begin))
    await city.maleri.says("/rapportera")
    assert "Steg 1 av 6" in city.maleri.last_text
    assert (await only_update(city)).attempts == 0


async def test_trouble_when_an_update_is_committed_is_not_counted_against_it(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "mark_handled", fails(5, database_trouble, inbox.mark_handled))
    await city.maleri.says("/rapportera")
    assert [message.text.count("Steg 1 av 6") for message in city.maleri.received] == [1]
    assert (await only_update(city)).attempts == 0


async def test_a_mistaken_statement_is_the_programs_fault_and_stops_no_other_chat(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def mistaken(_work: Work, _actor: Person) -> None:
        raise database_trouble(sqlite3.SQLITE_ERROR)

    monkeypatch.setattr(report, "begin", mistaken)
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
    monkeypatch.setattr(deliverer, "AFTER_TROUBLE", 0.01)
    monkeypatch.setattr(deliverer, "note", fails(3, database_trouble, result.note))
    for chat in (city.maleri, city.park, city.matcher_a):
        chat.phone.says("/hjalp")
    await city.settled()
    assert [len(chat.received) for chat in (city.maleri, city.park, city.matcher_a)] == [2, 1, 1]
    assert await city.asks(outbox.count_possibly_doubled) == 0
    assert set(await city.asks(outbox.count_by_state)) == {OutboxState.SENT}
