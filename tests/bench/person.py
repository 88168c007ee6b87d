"""Somebody who talks to a bot without a pause: the next message goes out as soon as the answer is there."""

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
        self._goes_on = False
        self._began = 0.0
        api.readers[telegram_id] = self

    def begin(self) -> None:
        """Talk until `pause`; where an answer is awaited still, go on with that."""
        self._goes_on = True
        if self.waiting_for is None:
            self._take_a_turn()

    def pause(self) -> None:
        """Say no more after the answer to come."""
        self._goes_on = False

    def sees(self, message: dict[str, Any]) -> None:
        """The bot has said something: the answer, or what came with it."""
        self.last_seen = message["text"]
        if "reply_markup" in message:
            self._with_buttons = message
        if self.waiting_for is None or self.waiting_for.answer not in message["text"]:
            return
        self.waits.append(time.perf_counter() - self._began)
        self.waiting_for = None
        if self._goes_on:
            self._take_a_turn()

    def _take_a_turn(self) -> None:
        turn = self.waiting_for = next(self._turns)
        self._began = time.perf_counter()
        if turn.text is None:
            self._press()
        else:
            self._say(turn.text)

    def _say(self, text: str) -> None:
        message = {"message_id": self._api.number(), "from": self._user, "chat": self._chat, "text": text}
        command = [{"type": "bot_command", "offset": 0, "length": len(text)}] if text.startswith("/") else []
        self._api.tells(message=message | {"date": int(time.time()), "entities": command})

    def _press(self) -> None:
        button = self._with_buttons["reply_markup"]["inline_keyboard"][0][0]
        press = {"id": str(self._api.number()), "from": self._user, "chat_instance": "1", "message": self._with_buttons}
        self._api.tells(callback_query=press | {"data": button["callback_data"]})
