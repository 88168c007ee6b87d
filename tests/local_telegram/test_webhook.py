import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.demo.local_telegram import LocalTelegram, Phone, serving
from tests.commands.not_telegram import listening
from tests.own_certificate import own_certificate

from .api import Api

SECRET = "a-Secret_1"


class Bot:
    """The bot's end of a webhook."""

    def __init__(self) -> None:
        self.url = ""
        self.taken: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.answers: list[int] = []  # statuses to answer with before it is all 200

    async def takes(self, request: Request) -> Response:
        self.headers.append(dict(request.headers))
        self.taken.append(await request.json())
        return Response(status_code=self.answers.pop(0) if self.answers else 200)

    async def until(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.taken) < count:
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)  # time for one too many


@pytest.fixture
async def bot() -> AsyncIterator[Bot]:
    bot = Bot()
    async with serving(Starlette(routes=[Route("/hook", bot.takes, methods=["POST"])])) as base_url:
        bot.url = f"{base_url}/hook"
        yield bot


async def test_updates_are_posted_with_the_secret_and_as_plain_json(api: Api, anna: Phone, bot: Bot) -> None:
    anna.says("före")
    await api.result("setWebhook", url=bot.url, secret_token=SECRET)
    anna.says("efter")
    await bot.until(2)
    assert [update["message"]["text"] for update in bot.taken] == ["före", "efter"]
    assert bot.headers[0]["x-telegram-bot-api-secret-token"] == SECRET
    assert bot.headers[0]["content-type"] == "application/json"


async def test_an_update_that_the_bot_did_not_take_is_posted_again_before_the_next(
    api: Api, anna: Phone, bot: Bot, telegram: LocalTelegram
) -> None:
    bot.answers = [500, 404]
    await api.result("setWebhook", url=bot.url)
    anna.says("ett")
    anna.says("två")
    await bot.until(4)
    assert [update["message"]["text"] for update in bot.taken] == ["ett", "ett", "ett", "två"]
    assert telegram.updates_waiting == 0


async def test_a_webhook_that_nobody_answers_is_told_of(api: Api, anna: Phone) -> None:
    await api.result("setWebhook", url="http://127.0.0.1:1/hook")
    anna.says("Hej")
    await asyncio.sleep(0.1)
    info = await api.result("getWebhookInfo")
    assert info["pending_update_count"] == 1
    assert "Connection failed" in info["last_error_message"]


async def test_a_webhook_that_the_machine_vouches_for_is_trusted(
    api: Api, anna: Phone, telegram: LocalTelegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with listening(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", own_certificate(tmp_path)) as url:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        await api.result("setWebhook", url=url)
        anna.says("Hej")
        async with asyncio.timeout(5):
            while telegram.updates_waiting:
                await asyncio.sleep(0.01)
    assert "last_error_message" not in await api.result("getWebhookInfo")


async def test_each_update_is_posted_three_times_when_told_so(
    api: Api, anna: Phone, bot: Bot, telegram: LocalTelegram
) -> None:
    telegram.faults.delivers_each_update(times=3)
    await api.result("setWebhook", url=bot.url)
    anna.says("Hej")
    await bot.until(3)
    assert len(bot.taken) == 3
    assert len({update["update_id"] for update in bot.taken}) == 1


async def test_polling_and_a_webhook_exclude_each_other(api: Api, bot: Bot) -> None:
    poll = asyncio.create_task(api.answer("getUpdates", timeout=30))
    await asyncio.sleep(0.1)
    await api.result("setWebhook", url=bot.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    assert (await api.answer("getUpdates"))["error_code"] == 409
    await api.result("deleteWebhook")
    assert await api.result("getUpdates") == []


async def test_waiting_updates_can_be_dropped(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    anna.says("Hej")
    await api.result("deleteWebhook", drop_pending_updates=True)
    assert telegram.updates_waiting == 0


async def test_a_wrong_address_or_secret_is_refused(api: Api) -> None:
    await api.refusal("setWebhook", url="ftp://a.se")
    await api.refusal("setWebhook", url="http://a.se", secret_token="å")
    assert (await api.result("getWebhookInfo"))["url"] == ""
