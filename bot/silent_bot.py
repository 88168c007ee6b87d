"""The bot that handlers get: it knows its own name and refuses to send, so that all goes through the outbox."""

import json
from typing import Any

from telegram import Bot, User
from telegram.request import BaseRequest, RequestData


class SendingRefusedError(RuntimeError):
    """A handler tried to send by itself; it must queue instead."""


class SilentRequest(BaseRequest):
    """Answers the one question that python-telegram-bot asks when it starts, and refuses all else."""

    def __init__(self, me: User) -> None:
        self._me = me

    @property
    def read_timeout(self) -> float | None:
        """Nothing is ever waited for."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002  the signature is python-telegram-bot's
        request_data: RequestData | None = None,  # noqa: ARG002  python-telegram-bot's too
        *_timeouts: Any,
        **_more: Any,
    ) -> tuple[int, bytes]:
        """Say who the bot is; raise SendingRefusedError for anything else."""
        name = url.rpartition("/")[2]
        if name != "getMe":
            raise SendingRefusedError(f"{name}: handlers queue, and delivery sends")
        return 200, json.dumps({"ok": True, "result": self._me.to_dict()}).encode()


def silent_bot(me: User) -> Bot:
    """A bot that knows it is `me` and sends nothing. Its token is a stand-in: handlers needn't know the real one."""
    request = SilentRequest(me)
    return Bot(f"{me.id}:silent", request=request, get_updates_request=request)
