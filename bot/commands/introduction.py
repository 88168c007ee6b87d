"""Ask Telegram once who the bot is."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread
from typing import Any

from telegram import Bot

from bot.city_settings import way_of
from bot.logs import keep_answers_unprinted
from bot.request import AiohttpRequest
from bot.settings import Settings


async def introduced(settings: Settings, *, within: float) -> str:
    """The bot's user name.

    Raises TelegramError where it isn't told, and TimeoutError where that takes more seconds than these.
    """
    keep_answers_unprinted()
    asyncio.get_running_loop().set_default_executor(Unawaited())
    request = AiohttpRequest(way_of(settings))
    bot = Bot(settings.token, base_url=f"{settings.telegram_api}/bot", request=request, get_updates_request=request)
    try:
        async with asyncio.timeout(within):
            return (await bot.get_me()).username or ""
    finally:
        await request.shutdown()


class Unawaited(ThreadPoolExecutor):
    """Calls on threads that nobody waits for at the end, not even Python: who asks a name server can't be stopped."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Call it on a thread of its own."""
        future = Future[Any]()
        Thread(target=_fulfil, args=(future, fn, args, kwargs), daemon=True).start()
        return future


def _fulfil(future: Future[Any], fn: Callable[..., Any], args: Any, kwargs: Any) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(fn(*args, **kwargs))
    except BaseException as error:  # noqa: BLE001  whoever asked is told, as by any executor
        future.set_exception(error)
