"""What comes in is handled as it is kept: unless it fails, or would have to wait for somebody."""

import asyncio
from collections.abc import Collection
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from bot import coming_in, dispatch
from handlers.handling.work import Work
from handlers.people import language
from handlers.registry import BUTTONS
from storage import inbox, inbox_queue
from storage.inbox import InboxRow, InboxState
from storage.outbox import OutboxRow
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City
from tests.empty_database import on_postgresql
from tests.holder import Holder

MIRA = 1
HER_CONVERSATION = "SELECT 1 FROM conversation WHERE person_id = %s FOR UPDATE"


async def test_one_that_fails_leaves_nothing_of_those_that_came_in_with_it_but_themselves(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seconds in ("LONGEST_BATCH", "PLANNED_BATCH"):  # a busy machine lets none of them wait, and takes all together
        monkeypatch.setattr(coming_in, seconds, 60.0)
    await city.maleri.says("/sprak")
    begun, seen = list[str](), list[InboxState]()

    async def fails_at_first(work: Work, actor: Person, _press: Any) -> None:
        begun.append(work.key)
        row = await work.session.get_one(InboxRow, int(work.key.partition(":")[2]))
        seen.append(row.state)
        if len(begun) == 1:
            actor.name = "Somebody else"
            raise RuntimeError("it fails once")

    monkeypatch.setitem(BUTTONS, language.CHOOSE, fails_at_first)
    city.matcher_a.phone.says("/hjalp")
    city.maleri.phone.presses_button("English")
    city.matcher_b.phone.says("/hjalp")
    await city.settled()
    assert seen == [InboxState.HANDLED, InboxState.WAITING]
    assert (await city.asks(lambda session: session.get_one(Person, MIRA))).name != "Somebody else"
    assert [len(chat.received) for chat in (city.matcher_a, city.matcher_b)] == [1, 1]
    assert (await city.asks(inbox.count_by_state)).keys() == {InboxState.HANDLED}


async def test_more_than_one_transaction_takes_are_handled_in_the_next_without_being_kept(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coming_in, "MOST_AT_ONCE", 2)
    await city.coordinator.says("/hjalp")

    async def is_kept(*_: Any, **__: Any) -> int:
        raise AssertionError("it is kept to wait")

    monkeypatch.setattr(inbox, "keep", is_kept)
    chats = (city.maleri, city.park, city.matcher_a, city.matcher_b, city.coordinator)
    for chat in chats:
        chat.phone.says("/hjalp")
    await city.settled()
    assert [len(chat.received) for chat in chats] == [1, 1, 1, 1, 2]


async def test_who_writes_much_at_once_keeps_nobody_waiting_who_writes_after_them(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coming_in, "MOST_AT_ONCE", 2)
    await city.park.says("/hjalp")
    for chat in (*[city.park] * 9, city.matcher_b):
        chat.phone.says("/hjalp")
    await city.settled()
    rows = await city.asks(lambda session: session.scalars(select(OutboxRow.chat_id).order_by(OutboxRow.id)))
    assert city.matcher_b.phone.chat_id in list(rows)[:5]


async def test_of_many_more_than_one_transaction_takes_whoever_is_in_comes_before_strangers(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[int]()

    async def are_in(session: AsyncSession, chat_ids: Collection[int]) -> set[int]:
        asked.append(len(chat_ids))
        return await really_are_in(session, chat_ids)

    really_are_in = inbox_queue.are_in
    monkeypatch.setattr(inbox_queue, "are_in", are_in)
    monkeypatch.setattr(coming_in, "MOST_AT_ONCE", 2)
    for _ in range(2):  # the first of them is only kept
        await city.maleri.says("/hjalp")
    assert asked == []  # where nobody would wait long it costs no question more
    strangers = [city.stranger() for _ in range(5)]
    for chat in (*strangers, city.maleri, city.park, *strangers, city.maleri):
        chat.phone.says("/hjalp")
    await city.settled()
    rows = await city.asks(lambda session: session.scalars(select(InboxRow.chat_id).order_by(InboxRow.id)))
    assert list(rows)[2:5] == [chat.phone.chat_id for chat in (city.maleri, city.park, city.maleri)]
    assert [len(chat.received) for chat in strangers] == [1] * 5
    assert asked == [7]


async def test_where_nothing_that_came_in_was_asked_for_the_next_is_fetched_at_once(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    await city.maleri.says("/hjalp")
    city.telegram.pushes({"edited_message": {"message_id": 1, "location": {"latitude": 55.6, "longitude": 13.0}}})
    await city.settled()
    assert "begins again" not in caplog.text
    assert len(city.maleri.received) == 1


@on_postgresql
async def test_one_that_takes_no_notice_of_the_databases_refusal_is_put_aside_and_not_lost(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.maleri.says("/sprak")

    async def takes_no_notice(work: Work, _actor: Person, _press: Any) -> None:
        with suppress(DBAPIError):
            await work.session.execute(text("SELECT 1 / 0"))

    monkeypatch.setitem(BUTTONS, language.CHOOSE, takes_no_notice)
    city.maleri.phone.presses_button("English")
    city.matcher_a.phone.says("/hjalp")
    await city.settled()
    assert (await city.asks(inbox.count_by_state))[InboxState.SET_ASIDE] == 1
    assert len(city.matcher_a.received) == 1


@on_postgresql
async def test_whoever_comes_with_one_that_has_to_wait_or_after_it_is_answered_meanwhile(city: City) -> None:
    await city.maleri.says("/hjalp")
    with Holder(city, waited_for=dispatch.HOLDS_CHAT_FOR) as holder:
        holder.takes(HER_CONVERSATION, MIRA)
        for chat in (city.maleri, city.park, city.matcher_b, city.maleri):
            chat.phone.says("/rapportera")
        await holder.sees_waiting(1)
        city.maleri.phone.says("/avbryt")
        await until_answered(city.park, city.matcher_b)
        city.matcher_a.phone.says("/hjalp")
        await until_answered(city.matcher_a)
        holder.lets_go()
        await city.settled()
    assert "Vad vill ni erbjuda?" in city.maleri.received[1].words
    assert len(city.maleri.received) > len(city.park.received)


@on_postgresql
async def test_so_are_those_who_come_when_one_that_is_handled_with_care_has_to_wait(city: City) -> None:
    await city.maleri.says("/hjalp")
    await city.stop()
    with Holder(city, waited_for=dispatch.HOLDS_CHAT_FOR) as holder:
        holder.takes(HER_CONVERSATION, MIRA)
        for chat in (city.maleri, city.matcher_b):
            chat.phone.says("/hjalp")
        await city.restart()
        await holder.sees_waiting(1)
        city.matcher_a.phone.says("/hjalp")
        await until_answered(city.matcher_a, city.matcher_b)
        holder.lets_go()
        await city.settled()
    assert len(city.maleri.received) == 2
    row = await city.asks(lambda session: session.scalar(select(InboxRow).where(InboxRow.attempts > 0)))
    assert row is None


async def until_answered(*chats: Chat) -> None:
    async with asyncio.timeout(10):
        while not all(chat.received for chat in chats):
            await asyncio.sleep(0.01)
