"""A stand-in for Telegram that is fast enough to measure by: it knows chats and buttons, and checks nothing.

The stand-in in bot/demo is true to the Bot API and takes longer for it; this one answers before a bot can ask again.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any, Protocol

from tests.bench.http_exchange import HttpExchange, Reply
from tests.bench.limit import Limit

BOT = {"id": 4711, "is_bot": True, "first_name": "Bot", "username": "made_up_bot"}
SAYING = {"sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageCaption"}
MOST_UPDATES = 100
DONE = b'{"ok":true,"result":true}'
TOO_MANY = (
    b'{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}'
)


class Reader(Protocol):
    """Somebody whose phone shows what the bot says."""

    def sees(self, message: dict[str, Any]) -> None:
        """The bot has said or edited something."""


class ApiServer:
    """The Bot API of one bot, on loopback.

    Attributes:
        delay: Seconds that it takes for each answer; news is handed over at once, as by a long poll.
        readers: Who sees what is said, by their chat.
        calls: How often each method was called.
        files: What people have sent, by its name.
        limit: How much it takes in a second; None for whatever comes.
    """

    def __init__(self) -> None:
        self.delay = 0.0
        self.readers: dict[int, Reader] = {}
        self.calls: dict[str, int] = {}
        self.files: dict[str, bytes] = {}
        self.limit: Limit | None = None
        self.address = ""
        self._news: list[tuple[int, bytes]] = []
        self._poll: Reply | None = None
        self._poll_ends: asyncio.TimerHandle | None = None
        # A bot that has a database knows the numbers of whoever was here before, and takes no notice of them.
        self._last_update = self._last_message = time.time_ns() // 1_000

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[str]:
        """Listen; the address that the bot is told."""
        listening = await asyncio.get_running_loop().create_server(lambda: HttpExchange(self.asked), "127.0.0.1", 0)
        async with listening:
            self.address = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
            yield self.address

    def tells(self, **update: Any) -> None:
        """Something has happened that the bot is to hear of."""
        self._last_update += 1
        self._news.append((self._last_update, json.dumps({"update_id": self._last_update} | update).encode()))
        if self._poll is not None:
            self._hand_over(self._poll)

    def number(self) -> int:
        """The next message's number."""
        self._last_message += 1
        return self._last_message

    def asked(self, method: str, fields: dict[str, str], reply: Reply) -> None:
        """Carry out what the bot asks for, as late as it is to be."""
        self.calls[method] = self.calls.get(method, 0) + 1
        if self.limit is not None and self.limit.is_over(method):
            reply(TOO_MANY, status=HTTPStatus.TOO_MANY_REQUESTS)
        elif method == "getUpdates":
            self._poll_for(fields, reply)
        elif self.delay:
            asyncio.get_running_loop().call_later(self.delay, self._carry_out, method, fields, reply)
        else:
            self._carry_out(method, fields, reply)

    def _carry_out(self, method: str, fields: dict[str, str], reply: Reply) -> None:
        if method in SAYING:
            message = self._message(fields)
            reply(_answer(message))
            reader = self.readers.get(message["chat"]["id"])
            if reader is not None:
                reader.sees(message)
        elif method == "getMe":
            reply(_answer(BOT))
        elif method == "getFile":
            name = fields["file_id"]
            reply(_answer({"file_id": name, "file_unique_id": name, "file_path": name}))
        elif method in self.files:
            reply(self.files[method])
        elif method == "editMessageReplyMarkup":
            reply(_answer(self._message(fields)))
        else:
            reply(DONE)

    def _message(self, fields: dict[str, str]) -> dict[str, Any]:
        number = fields.get("message_id")
        message: dict[str, Any] = {
            "message_id": int(number) if number else self.number(),
            "from": BOT,
            "chat": {"id": int(fields["chat_id"]), "type": "private", "first_name": "P"},
            "date": int(time.time()),
            "text": fields.get("text", fields.get("caption", "")),
        }
        buttons = fields.get("reply_markup")
        return message | ({"reply_markup": json.loads(buttons)} if buttons else {})

    def _poll_for(self, fields: dict[str, str], reply: Reply) -> None:
        offset = int(fields.get("offset") or 0)
        self._news = [(number, update) for number, update in self._news if number >= offset]
        if self._news:
            self._hand_over(reply)
            return
        self._poll = reply
        timeout = float(fields.get("timeout") or 0)
        self._poll_ends = asyncio.get_running_loop().call_later(timeout, self._hand_over, reply)

    def _hand_over(self, reply: Reply) -> None:
        if self._poll_ends is not None:
            self._poll_ends.cancel()
        self._poll = self._poll_ends = None
        news = b",".join(update for _, update in self._news[:MOST_UPDATES])
        reply(b'{"ok":true,"result":[' + news + b"]}")


def _answer(result: Any) -> bytes:
    return json.dumps({"ok": True, "result": result}).encode()
