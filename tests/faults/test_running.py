"""The running program: how it begins, what it bears, how it ends, and what its log never says."""

import signal
import socket
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import text

from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from handlers.slots.report.reporting import FORM
from storage import conversation, delivery, figures
from storage.outbox import OutboxState
from tests.city import TOKEN
from tests.empty_database import EmptyDatabase, on_sqlite
from tests.faults.process import BotProcess, Outside, outside_city

SECRET_TEXT = "Hemligheten-om-Gunhild"
SECRET_PART_OF_TOKEN = TOKEN.partition(":")[2]

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
async def outside(tmp_path: Path, empty_database: EmptyDatabase) -> AsyncIterator[Outside]:
    async with outside_city(tmp_path, empty_database) as running:
        yield running


async def test_a_token_that_telegram_does_not_know_ends_it_with_a_clear_word(tmp_path: Path, outside: Outside) -> None:
    bot = BotProcess(
        tmp_path,
        outside.city.settings.database_url,
        outside.city.settings.telegram_api,
        telegram_token="4711:nobody-knows-this",
    )
    await bot.start()
    assert await bot.ends() == 1
    assert "Telegram knows no bot by STEGET_TELEGRAM_TOKEN" in bot.log
    assert "Traceback" not in bot.log
    assert "nobody-knows-this" not in bot.log


async def test_telegram_is_waited_for_at_the_start(tmp_path: Path, outside: Outside) -> None:
    with kept_port() as port:
        bot = BotProcess(tmp_path, outside.city.settings.database_url, f"http://127.0.0.1:{port}")
        try:
            await bot.start()
            await bot.says("Telegram can't be reached yet")
            async with serving(bot_api(outside.city.telegram), port=port):
                outside.city.maleri.phone.says("/hjalp")
                await outside.until(lambda: bool(outside.city.maleri.received))
                assert await bot.kill(signal.SIGTERM) == 0
        finally:
            await bot.stop_for_good()
    assert "Traceback" not in bot.log
    assert SECRET_PART_OF_TOKEN not in bot.log


@contextmanager
def kept_port() -> Iterator[int]:
    """A port at which nobody listens until the test does: another's stand-in can't get it while a bot asks there."""
    with socket.socket() as kept:
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind(("127.0.0.1", 0))
        yield int(kept.getsockname()[1])


async def test_asked_to_stop_while_it_waits_for_telegram_it_stops(tmp_path: Path, outside: Outside) -> None:
    bot = BotProcess(tmp_path, outside.city.settings.database_url, "http://127.0.0.1:9")
    try:
        await bot.start()
        await bot.says("Telegram can't be reached yet")
        assert await bot.kill(signal.SIGTERM) == 0
    finally:
        await bot.stop_for_good()
    assert outside.city.maleri.received == []


async def test_a_conflict_with_another_poller_is_logged_and_borne(outside: Outside) -> None:
    await outside.bot.start()
    await outside.bot.says("is the poller now")
    async with aiohttp.ClientSession() as another:
        # Another program polls with the same token: Telegram ends the bot's own poll.
        url = f"{outside.city.settings.telegram_api}/bot{TOKEN}/getUpdates"
        # The first of the bot's own ends at once; the second lasts.
        await outside.until(
            lambda: [request.method for request in outside.city.telegram.requests].count("getUpdates") > 1
        )
        async with another.get(url, params={"timeout": 0}) as response:
            assert response.status == 200
    await outside.bot.says("409 Conflict")
    outside.city.maleri.phone.says("/hjalp")
    await outside.until(lambda: bool(outside.city.maleri.received))
    assert "Traceback" not in outside.bot.log
    assert SECRET_PART_OF_TOKEN not in outside.bot.log


async def test_asked_to_stop_it_hears_the_answers_to_what_is_in_flight(outside: Outside) -> None:
    chats = [outside.city.maleri, outside.city.park, outside.city.matcher_a]
    # Telegram takes a second over each answer, and the bot is asked to stop meanwhile.
    outside.city.telegram.faults.hangs(1.0, method="sendMessage", is_applied_first=True, times=len(chats))
    await outside.bot.start()
    for chat in chats:
        chat.phone.says("/hjalp")
    await outside.until(lambda: all(chat.received for chat in chats))
    assert not any(request.answered for request in outside.city.telegram.requests if request.method == "sendMessage")
    assert await outside.bot.kill(signal.SIGTERM) == 0
    assert await outside.told() == {OutboxState.SENT: len(chats)}
    assert await outside.city.asks(figures.possibly_doubled) == 0


@on_sqlite
async def test_after_a_kill_the_next_start_takes_over_at_once(outside: Outside, figure: Callable[[str], None]) -> None:
    await outside.bot.start()
    for role in ("poller", "deliverer", "scheduler", "sealer"):
        await outside.bot.says(f"is the {role} now")
    await outside.bot.kill()
    outside.bot.log = ""
    outside.city.maleri.phone.says("/hjalp")
    began = time.monotonic()
    await outside.bot.start()
    await outside.until(lambda: bool(outside.city.maleri.received))
    answered_after = time.monotonic() - began
    figure(f"it answers after {answered_after:.2f} s")
    # The leases of the killed process run for 15 seconds more; nobody waits for them.
    assert answered_after < 8


async def test_neither_names_nor_texts_nor_the_token_are_ever_in_the_log(outside: Outside) -> None:
    async with outside.city.database.write() as session:
        # A trade that there is not: whoever reports for the company fails at every text, and the failure quotes it.
        await session.execute(text("UPDATE supplier SET trade = :trade WHERE id = 1"), {"trade": SECRET_TEXT})
        talk = await conversation.of_person(session, 1, now=outside.city.clock.now())
        talk.flow, talk.form_version, talk.answers = FORM.name, FORM.version, {"at": "kind"}
    sender = {"id": outside.city.park.phone.user_id, "is_bot": False, "first_name": "Gunhild"}
    chat: dict[str, Any] = {"id": sender["id"], "type": "private", "first_name": "Gunhild"}
    await outside.bot.start()
    await outside.bot.says("is the poller now")
    outside.city.telegram.pushes({"message": {"message_id": 1, "from": sender, "chat": chat, "text": SECRET_TEXT}})
    outside.city.telegram.pushes({"message": {"message_id": SECRET_TEXT, "date": SECRET_TEXT, "chat": chat}})
    outside.city.maleri.phone.says(SECRET_TEXT)
    outside.city.matcher_a.phone.says(SECRET_TEXT)
    outside.city.telegram.faults.bad_request("message text is strange", chat_id=outside.city.matcher_b.phone.user_id)
    outside.city.matcher_b.phone.says(SECRET_TEXT)
    await outside.until(lambda: bool(outside.city.matcher_a.received))
    await outside.settled()
    assert outside.bot.log.count("is put aside, reference") == 3
    assert "refused for good" in outside.bot.log
    for chosen in (SECRET_TEXT, "Gunhild", "Mira", "Holm", "Anna", "Bashir", SECRET_PART_OF_TOKEN):
        assert chosen not in outside.bot.log, outside.bot.log
    assert not await outside.city.asks(lambda session: delivery.is_due(session, now=outside.city.clock.now()))
