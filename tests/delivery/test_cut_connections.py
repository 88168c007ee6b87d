"""Cut before a byte was written, a request goes at once on another connection; cut after that, nobody knows."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.connector import Connection
from telegram import Bot

from bot.connections import Connections, LeaseIsOverError, sent_only_while
from bot.request import AiohttpRequest, AnswerNotReadError
from storage import figures
from storage.outbox import OutboxRow, OutboxState
from tests.city import TOKEN, City
from tests.delivery.outside import arrivals, queue, row, until_state, with_long_leases


@pytest.fixture
async def bot(city: City) -> AsyncIterator[Bot]:
    """A bot beside the city's, whose requests begin when the test says so."""
    request = AiohttpRequest()
    yield Bot(TOKEN, base_url=f"{city.settings.telegram_api}/bot", request=request, get_updates_request=request)
    await request.shutdown()


async def test_a_connection_that_was_closed_while_it_lay_idle_is_not_written_to(city: City, bot: Bot) -> None:
    chat_id = city.maleri.phone.user_id
    for number in range(3):
        await bot.send_message(chat_id, f"number {number}.")
        # Before the event loop can hear of it, the next request takes the connection.
        city.telegram.faults.closes_idle_connections()
    await bot.send_message(chat_id, "the last.")
    assert [message.text for message in city.maleri.received] == ["number 0.", "number 1.", "number 2.", "the last."]


async def test_an_answer_after_an_idle_while_neither_waits_for_a_lease_nor_counts_as_a_copy(city: City) -> None:
    await with_long_leases(city)
    for number in range(5):
        await queue(city, city.maleri, f"number {number}.")
        city.telegram.faults.closes_idle_connections()
        sent: OutboxRow = await until_state(city, f"number {number}.", OutboxState.SENT)
        assert sent.attempts == 1
    assert await city.asks(figures.possibly_doubled) == 0


async def test_cut_after_the_request_was_written_nobody_knows(city: City, bot: Bot) -> None:
    chat_id = city.maleri.phone.user_id
    await bot.send_message(chat_id, "on a connection that is used again")
    city.telegram.faults.cuts_before_accepting(method="sendMessage", chat_id=chat_id)
    with pytest.raises(AnswerNotReadError):
        await bot.send_message(chat_id, "perhaps")
    assert len(city.maleri.received) == 1


async def test_a_row_whose_request_was_written_stays_unknown_until_its_lease_is_over(city: City) -> None:
    await with_long_leases(city)
    await queue(city, city.maleri, "on a connection that is used again")
    await until_state(city, "on a connection that is used again", OutboxState.SENT)
    city.telegram.faults.cuts_after_accepting(method="sendMessage", chat_id=city.maleri.phone.user_id)
    await queue(city, city.maleri, "perhaps")
    await until_state(city, "perhaps", OutboxState.UNKNOWN)
    await queue(city, city.park, "meanwhile")
    await until_state(city, "meanwhile", OutboxState.SENT)
    assert (await row(city, "perhaps")).state is OutboxState.UNKNOWN
    assert arrivals(city.maleri, "perhaps") == 1


async def test_a_request_whose_lease_ends_before_its_first_byte_is_not_begun(
    city: City, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the connection and the first byte others have their turn, and a process may be stopped there."""
    chat_id, ended, connect = city.maleri.phone.user_id, asyncio.Event(), Connections.connect

    async def connected_at_the_last_moment(*args: Any, **more: Any) -> Connection:
        connection = await connect(*args, **more)
        ended.set()
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(Connections, "connect", connected_at_the_last_moment)
        mark = sent_only_while.set(lambda: not ended.is_set())
        with pytest.raises(LeaseIsOverError):
            await bot.send_message(chat_id, "too late")
        sent_only_while.reset(mark)
    await bot.send_message(chat_id, "goes on")
    assert [message.text for message in city.maleri.received] == ["goes on"]
