"""Starting against a Telegram that is away, wrong or busy, and what the log says of it."""

import socket
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from bot.demo.local_telegram import LocalTelegram
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from tests.city import TOKEN
from tests.empty_database import EmptyDatabase
from tests.faults.process import BotProcess, outside_city


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


async def test_a_wrong_token_is_named_and_ends_the_process(tmp_path: Path, empty_database: EmptyDatabase) -> None:
    async with outside_city(tmp_path, empty_database, telegram_token="1:wrong") as outside:
        await outside.bot.start()
        assert await outside.bot.ends() == 1
        assert "Telegram knows no bot by STEGET_TELEGRAM_TOKEN" in outside.bot.log
        assert "1:wrong" not in outside.bot.log


async def test_a_telegram_that_is_away_at_the_start_is_waited_for(
    tmp_path: Path, empty_database: EmptyDatabase
) -> None:
    port = free_port()
    bot = BotProcess(tmp_path, empty_database.copied(tmp_path), f"http://127.0.0.1:{port}")
    await bot.start()
    try:
        await bot.says("Telegram can't be reached yet")
        telegram = LocalTelegram(token=TOKEN, now=lambda: datetime.now(UTC))
        async with serving(bot_api(telegram), port=port, before_stopping=telegram.close):
            await bot.says("is the poller now")
            assert await bot.kill() != 0
    finally:
        await bot.stop_for_good()
    assert TOKEN not in bot.log


async def test_the_log_holds_no_token_no_name_and_no_words(tmp_path: Path, empty_database: EmptyDatabase) -> None:
    words = "Några ord som ingen annan ska se"
    async with outside_city(tmp_path, empty_database) as outside:
        await outside.bot.start()
        await outside.bot.says("is the poller now")
        sender = {"id": outside.city.maleri.phone.user_id, "is_bot": False, "first_name": "Mira"}
        outside.city.telegram.pushes({"message": {"message_id": 1, "from": sender, "text": words}})
        outside.city.telegram.faults.bad_request("Bad Request: strange", method="sendMessage")
        outside.city.maleri.phone.says(words)
        await outside.bot.says("is put aside, reference")
        await outside.settled()
        async with aiohttp.ClientSession() as session:
            # Another poller with the same token takes the line for a moment.
            await session.get(f"{outside.city.settings.telegram_api}/bot{TOKEN}/getUpdates?timeout=0")
        await outside.bot.says("could not fetch updates")
        outside.city.park.phone.says("/help")
        await outside.until(lambda: bool(outside.city.park.received))
        log = outside.bot.log
    for private in (TOKEN, words, "Mira", "Exempelmåleriet"):
        assert private not in log
