from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.demo.local_telegram import LocalTelegram, Phone, bot_api, serving

from .api import Api
from .bot_api_facts import load_facts

TOKEN = "4242:a-token-of-no-worth"


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 3, 30, 7, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def advance(self, by: timedelta) -> None:
        self.time += by


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def telegram(clock: Clock) -> LocalTelegram:
    return LocalTelegram(token=TOKEN, now=clock.now)


@pytest.fixture
async def api(telegram: LocalTelegram) -> AsyncIterator[Api]:
    async with (
        serving(bot_api(telegram), before_stopping=telegram.close) as base_url,
        aiohttp.ClientSession() as session,
    ):
        yield Api(session, base_url, TOKEN, load_facts())


@pytest.fixture
def anna(telegram: LocalTelegram) -> Phone:
    """Somebody who has pressed START some time ago."""
    phone = telegram.add_phone("Anna")
    phone.has_started = True
    return phone
