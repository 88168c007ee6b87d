"""Posting updates to the bot, instead of waiting for it to fetch them."""

import asyncio
import json
import re
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Any

import aiohttp

from bot.demo.local_telegram.refusal import bad_request
from bot.demo.local_telegram.updates import UpdateQueue, WaitingUpdate

SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
FIRST_PAUSE = 0.05  # seconds; the real one is more patient, but nobody waits for it in a test
LONGEST_PAUSE = 2.0
PATIENCE = aiohttp.ClientTimeout(total=60)


class Webhook:
    """Posts each update in its order until the bot has taken it (any answer 2xx)."""

    def __init__(self, updates: UpdateQueue, now: Callable[[], datetime]) -> None:
        self.url = ""
        self._secret = ""
        self._updates = updates
        self._now = now
        self._task: asyncio.Task[None] | None = None
        self._last_error: dict[str, Any] = {}

    async def start(self, url: str, secret: str) -> None:
        """Begins to post to an address."""
        if not url.startswith(("http://", "https://")):
            raise bad_request("bad webhook: URL host is empty")
        if not SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        await self.stop()
        self._updates.end_poll("terminated by setWebhook request")
        self.url, self._secret = url, secret
        self._task = asyncio.create_task(self._post_all())

    async def stop(self) -> None:
        """Posts no more."""
        self.url = ""
        self._last_error = {}
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    def described(self) -> dict[str, Any]:
        """A Bot API `WebhookInfo`."""
        wanted = self._updates.allowed_updates
        return {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.waiting),
            **self._last_error,
            **({"max_connections": 40, "ip_address": "127.0.0.1"} if self.url else {}),
            **({"allowed_updates": wanted} if wanted else {}),
        }

    async def _post_all(self) -> None:
        pause = FIRST_PAUSE
        # Told whom to trust: aiohttp may have been loaded without certificates (`bot/certificates.py`).
        trusting = aiohttp.TCPConnector(ssl=ssl.create_default_context())
        async with aiohttp.ClientSession(connector=trusting, timeout=PATIENCE) as session:
            while True:
                head = await self._next()
                if await self._post(session, head):
                    self._updates.confirm(head.update_id)
                    pause = FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, LONGEST_PAUSE)

    async def _next(self) -> WaitingUpdate:
        while not self._updates.waiting:
            self._updates.arrived.clear()
            await self._updates.arrived.wait()
        return self._updates.waiting[0]

    async def _post(self, session: aiohttp.ClientSession, head: WaitingUpdate) -> bool:
        # Exactly this content type, without a character set; and bytes, so that aiohttp adds none.
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers[SECRET_HEADER] = self._secret
        body = json.dumps(head.update, ensure_ascii=False).encode()
        try:
            async with session.post(self.url, data=body, headers=headers) as answer:
                if answer.ok:
                    return True
                self._failed(f"Wrong response from the webhook: {answer.status} {answer.reason}")
        except (aiohttp.ClientError, TimeoutError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
        return False

    def _failed(self, why: str) -> None:
        self._last_error = {"last_error_date": int(self._now().timestamp()), "last_error_message": why}
