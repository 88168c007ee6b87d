"""Telegram busy, in trouble or away: everything waits its turn, nothing is lost, nothing is counted as doubled."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from storage import figures, outbox
from storage.outbox import Lane, OutboxState
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City, a_city
from tests.delivery.outside import PATIENCE, arrivals, message_to, queue, row, until_state
from tests.empty_database import EmptyDatabase

BROADCASTS = 500
FLEETING = (OutboxState.QUEUED, OutboxState.SENDING)


async def restart_at(city: City, api: str) -> None:
    """Stop the bot and start it with Telegram at another address."""
    city.settings = replace(city.settings, telegram_api=api)
    await city.restart()


async def ids(city: City, keys: list[str]) -> list[int]:
    """Under which numbers the messages stand."""
    return [(await row(city, key)).telegram_message_id or 0 for key in keys]


async def test_while_telegram_is_away_all_waits_and_then_all_goes_out_once_and_in_order(city: City) -> None:
    keys = [f"number {number}" for number in range(4)]
    async with serving(bot_api(city.telegram)) as second:
        await restart_at(city, second)
        await city.maleri.says("/hjalp")
        port = int(second.rpartition(":")[2])
    for key in keys:
        await queue(city, city.maleri, key)
    async with asyncio.timeout(PATIENCE):
        while (first := await row(city, keys[0])).attempts < 2:
            await asyncio.sleep(0.01)
    assert (first.failure or "").startswith("NotConnectedError")
    assert first.state in FLEETING
    async with serving(bot_api(city.telegram), port=port):
        for key in keys:
            await until_state(city, key, OutboxState.SENT)
        assert [arrivals(city.maleri, key) for key in keys] == [1, 1, 1, 1]
        assert await ids(city, keys) == sorted(await ids(city, keys))
        await city.stop()
    assert await city.asks(figures.possibly_doubled) == 0


async def test_the_order_in_a_chat_holds_whatever_fails(city: City) -> None:
    chat_id, keys = city.maleri.phone.user_id, [f"number {number}" for number in range(6)]
    faults = city.telegram.faults
    faults.server_error(502, chat_id=chat_id)
    faults.too_many_requests(1, chat_id=chat_id)
    faults.server_error(500, as_html=False, chat_id=chat_id)
    faults.bad_request("can't parse entities: x", chat_id=chat_id)
    for key in keys:
        await queue(city, city.maleri, key)
    await city.settled()
    assert [arrivals(city.maleri, key) for key in keys] == [1] * 6
    assert await ids(city, keys) == sorted(await ids(city, keys))
    assert await city.asks(figures.possibly_doubled) == 0


async def test_a_pause_holds_all_chats_and_uses_up_nobodys_attempts(city: City) -> None:
    chats = [city.maleri, city.park, city.matcher_a, city.matcher_b]
    # More than one request is under way when the first is told to wait.
    city.telegram.faults.too_many_requests(1, method="sendMessage", times=3)
    for number, chat in enumerate(chats):
        await queue(city, chat, f"number {number}")
    await city.settled()
    sent = [request for request in city.telegram.requests if request.method == "sendMessage"]
    refused, later = sent[:4], sent[4:]
    assert len(later) == 3
    assert min(request.at for request in later) - min(request.at for request in refused) >= 1
    for number, chat in enumerate(chats):
        assert arrivals(chat, f"number {number}") == 1
        assert (await row(city, f"number {number}")).attempts == 1
    assert await city.asks(figures.possibly_doubled) == 0


async def test_a_pause_holds_those_too_who_were_not_refused(city: City) -> None:
    city.telegram.faults.too_many_requests(1, method="sendMessage")
    await queue(city, city.maleri, "refused")
    async with asyncio.timeout(PATIENCE):
        while (refused := await row(city, "refused")).state is not OutboxState.QUEUED or refused.fencing_token is None:
            await asyncio.sleep(0.005)
    await queue(city, city.park, "later")
    await city.settled()
    first, *others = [request.at for request in city.telegram.requests if request.method == "sendMessage"]
    assert len(others) == 2
    assert min(others) - first >= 1


async def test_a_service_in_trouble_is_tried_ever_less_often(city: City) -> None:
    city.telegram.faults.server_error(502, method="sendMessage", times=3)
    await queue(city, city.maleri, "patience")
    await city.settled()
    at = [request.at for request in city.telegram.requests if request.method == "sendMessage"]
    gaps = [later - earlier for earlier, later in pairwise(at)]
    assert len(gaps) == 3
    assert all(gap >= least for gap, least in zip(gaps, (0.5, 1, 2), strict=True))


async def test_after_a_block_nothing_queued_goes_out_and_a_start_lets_all_in_again(city: City) -> None:
    city.maleri.phone.blocks_bot()
    await city.settled()
    for key in ("one", "two"):
        await queue(city, city.maleri, key, person_id=1)
    await city.settled()
    assert [(await row(city, key)).state for key in ("one", "two")] == [OutboxState.UNREACHABLE] * 2
    assert sum("Mira Holm" in message.text for message in city.coordinator.received) == 1
    await city.maleri.says("/start")
    await queue(city, city.maleri, "three", person_id=1)
    await city.settled()
    assert arrivals(city.maleri, "three") == 1
    person = await city.asks(lambda session: session.get_one(Person, 1))
    assert person.unreachable_at is None


@pytest.mark.parametrize("refusals", [1, 2, 3])
async def test_a_refusal_is_for_its_message_alone(city: City, refusals: int) -> None:
    keys = [f"number {number}" for number in range(5)]
    city.telegram.faults.bad_request("message text is strange", method="sendMessage", times=refusals)
    for key in keys:
        await queue(city, city.maleri, key)
    await city.settled()
    dead, sent = keys[:refusals], keys[refusals:]
    assert {(await row(city, key)).state for key in dead} == {OutboxState.DEAD}
    assert [arrivals(city.maleri, key) for key in sent] == [1] * len(sent)


async def test_an_answer_is_not_held_up_by_500_broadcasts_to_others(
    tmp_path: Path, empty_database: EmptyDatabase, figure: Callable[[str], None]
) -> None:
    async with a_city(tmp_path, empty_database, rate=30.0, rate_chat=1.0) as city:
        others = [Chat(city, city.telegram.add_phone(f"Nummer {number}")) for number in range(BROADCASTS)]
        async with city.database.write() as session:
            for number, other in enumerate(others):
                other.phone.has_started = True
                values = message_to(other, f"flood {number}", Lane.BROADCAST)
                await outbox.queue(session, values, now=city.clock.now())
        city.program.deliverer.wake()
        async with asyncio.timeout(PATIENCE):
            while not others[20].received:
                await asyncio.sleep(0.01)
        waits = [await seconds_until_answered(city.maleri) for _ in range(5)]
        left = (await city.asks(outbox.count_by_state))[OutboxState.QUEUED]
        took = ", ".join(f"{wait:.2f}" for wait in waits)
        figure(f"answers during {BROADCASTS} broadcasts at 30 a second took {took} s; {left} still waited")
        assert max(waits) < 1.5
        assert left > 300


async def seconds_until_answered(chat: Chat) -> float:
    """Ask, and wait for the answer; no other test of time goes on meanwhile."""
    before, began = len(chat.received), time.monotonic()
    chat.phone.says("/hjalp")
    async with asyncio.timeout(PATIENCE):
        while len(chat.received) == before:
            await asyncio.sleep(0.005)
    return time.monotonic() - began
