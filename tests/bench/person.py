"""Somebody who talks to a bot without a pause: the next message goes out as soon as the answer is there."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from tests.bench.api_server import ApiServer


@dataclass(frozen=True)
class Turn:
    """One thing to say, and the answer by which it is known that the bot has understood.

    Attributes:
        text: What is typed; None presses the first button of the newest message that has any.
        answer: Words that stand in the bot's answer.
    """

    text: str | None
    answer: str


class Person:
    """A person with a phone, and a conversation to have over and over again.

    Attributes:
        waits: How long each answer took, in seconds.
        waiting_for: The turn whose answer is not there yet.
        last_seen: What the bot has said last.
        alone: How often this person was measured alone.
    """

    def __init__(self, api: ApiServer, telegram_id: int, turns: Sequence[Turn]) -> None:
        self.telegram_id = telegram_id
        self.waits: list[float] = []
        self.waiting_for: Turn | None = None
        self.last_seen = ""
        self.alone = 0
        self._api, self._turns = api, cycle(turns)
        self._user = {"id": telegram_id, "is_bot": False, "first_name": "P", "language_code": "sv"}
        self._chat = {"id": telegram_id, "type": "private", "first_name": "P"}
        self._with_buttons: dict[str, Any] = {}
        self._turns_left = 0.0
        self._began = 0.0
        api.readers[telegram_id] = self

    def begin(self) -> None:
        """Talk until `pause`; where an answer is awaited still, go on with that."""
        self.take(math.inf)

    def take(self, turns: float) -> None:
        """Take so many turns, one after the other's answer."""
        self._turns_left = turns
        if self.waiting_for is None:
            self._go_on()

    def pause(self) -> None:
        """Say no more after the answer to come."""
        self._turns_left = 0

    def was_shown(self, callback_data: str) -> None:
        """Have a message with one button, as if the bot had sent it earlier."""
        keyboard = {"inline_keyboard": [[{"text": "1", "callback_data": callback_data}]]}
        self._with_buttons = {"message_id": self._api.number(), "date": int(time.time()), "chat": self._chat} | {
            "text": "1",
            "reply_markup": keyboard,
        }

    def sees(self, message: dict[str, Any]) -> None:
        """The bot has said something: the answer, or what came with it."""
        self.last_seen = message["text"]
        if "reply_markup" in message:
            self._with_buttons = message
        if self.waiting_for is None or self.waiting_for.answer not in message["text"]:
            return
        self.waits.append(time.perf_counter() - self._began)
        self.waiting_for = None
        self._go_on()

    def _go_on(self) -> None:
        if not self._turns_left:
            return
        self._turns_left -= 1
        turn = self.waiting_for = next(self._turns)
        self._began = time.perf_counter()
        if turn.text is None:
            self.press()
        else:
            self.say(turn.text)

    def say(self, text: str) -> None:
        """Write that, whatever the answer may be."""
        command = {"type": "bot_command", "offset": 0, "length": len(text.split(" ", maxsplit=1)[0])}
        self._send({"text": text} | ({"entities": [command]} if text.startswith("/") else {}))

    def send_file(self, name: str, size: int) -> None:
        """Send a document that the API knows by that name."""
        self._send({"document": {"file_id": name, "file_unique_id": name, "file_name": name, "file_size": size}})

    def _send(self, content: dict[str, Any]) -> None:
        sent = {"message_id": self._api.number(), "from": self._user, "chat": self._chat, "date": int(time.time())}
        self._api.tells(message=sent | content)

    def press(self) -> None:
        """Press the first button of the newest message that has any."""
        button = self._with_buttons["reply_markup"]["inline_keyboard"][0][0]
        press = {"id": str(self._api.number()), "from": self._user, "chat_instance": "1", "message": self._with_buttons}
        self._api.tells(callback_query=press | {"data": button["callback_data"]})
