"""The one way in: every update is kept and committed before it is confirmed to Telegram.

The next request's offset is what confirms, so a process that is killed in between gets the same updates again, and
the inbox knows them by their numbers. Updates stay raw here: one that is malformed must not stop its batch.
"""

import asyncio
import hashlib
import json
import logging
from typing import Any
from urllib.parse import urlencode

from telegram import Bot
from telegram.constants import UpdateType
from telegram.error import TelegramError

from bot.dispatch import Dispatch
from bot.growing_pause import GrowingPause
from bot.request import AiohttpRequest, Way
from bot.rounds import through_trouble
from bot.storable import storable, storable_id
from handlers.secrecy import personal_number
from handlers.secrecy.update import without_personal_numbers
from storage.inbox import Arrival
from storage.uninterrupted import uninterrupted

log = logging.getLogger(__name__)

POLL_FOR = 50
"""Seconds that Telegram holds a request open while there is nothing new."""

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

UNASKED = frozenset(UpdateType) - frozenset(ALLOWED_UPDATES)
"""Of these nothing is kept, should they come all the same, as after another program has used the bot's token."""

SPINNERS_AT_ONCE = 10

DEEPEST = 100
"""So deep may lists and objects be nested in one another; Telegram's are not a tenth of it."""


class Intake:
    """Fetches updates by long polling, and has each batch taken in before the next."""

    def __init__(self, dispatch: Dispatch, bot: Bot, *, api: str, way: Way) -> None:
        self._dispatch, self._bot, self._way = dispatch, bot, way
        self._url = f"{api}/bot{bot.token}/getUpdates"
        self._spinners: set[asyncio.Task[None]] = set()
        self._spinner_turn = asyncio.Semaphore(SPINNERS_AT_ONCE)

    async def run(self, _fencing_token: int) -> None:
        """Fetch until cancelled."""
        request = AiohttpRequest(self._way)
        await request.initialize()
        try:
            async with self._dispatch.fetching():
                await self._fetch_on(request)
        finally:
            await request.shutdown()

    async def _fetch_on(self, request: AiohttpRequest) -> None:
        # Whatever waits unconfirmed comes at once, also if that is nothing: then all that follows is new.
        offset, wait_for, pause = 0, 0, GrowingPause()
        while True:
            try:
                updates = await self._fetch(request, offset, wait_for=wait_for)
            except (TelegramError, FetchError) as error:
                log.warning("could not fetch updates, and will try again: %s", error)
                await pause.wait()
                continue
            pause.begin_anew()
            for update in updates:
                self._stop_spinner(update)
            if updates or not wait_for:
                await self._have_taken_in([arrival(update) for update in updates if _is_asked_for(update)])
            offset = max([offset, *(number + 1 for update in updates if (number := _number(update)) is not None)])
            wait_for = POLL_FOR

    async def _have_taken_in(self, arrivals: list[Arrival]) -> None:
        await through_trouble(lambda: uninterrupted(self._dispatch.take_in(arrivals)))

    async def _fetch(self, request: AiohttpRequest, offset: int, *, wait_for: int) -> list[Any]:
        query = urlencode({"offset": offset, "timeout": wait_for, "allowed_updates": json.dumps(ALLOWED_UPDATES)})
        status, body = await request.do_request(f"{self._url}?{query}", "GET", read_timeout=wait_for + 10)
        try:
            answer = json.loads(body)
            if answer["ok"]:
                return list(answer["result"])
            description = str(answer["description"])
        except (ValueError, KeyError, TypeError):
            description = "not a Bot API answer"
        raise FetchError(f"{status} {description}")

    def _stop_spinner(self, update: Any) -> None:
        """Answer a press at once: it promises nothing, it only stops the button from waiting."""
        query = update.get("callback_query") if isinstance(update, dict) else None
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            task = asyncio.create_task(self._answer(query["id"]))
            self._spinners.add(task)
            task.add_done_callback(self._spinners.discard)

    async def _answer(self, query_id: str) -> None:
        async with self._spinner_turn:
            try:
                await self._bot.answer_callback_query(query_id)
            except TelegramError as error:
                log.debug("a spinner was left to stop by itself: %s", type(error).__name__)


class FetchError(Exception):
    """Telegram answered, but not with updates."""


def arrival(update: Any) -> Arrival:
    """An update as the inbox keeps it, every personal number masked. Nothing is taken for granted of what is inside."""
    number = _number(update)
    payload = _without_what_was_shown(without_personal_numbers(_keepable(update)))
    key = f"update:{number}" if number is not None else f"content:{_digest(payload)}"
    return Arrival(dedup_key=key, chat_id=_chat_id(payload), payload=payload)


def _is_asked_for(update: Any) -> bool:
    """What can't be read is kept too: somebody has to look at it. Of what is edited nobody needs more than texts."""
    if not isinstance(update, dict):
        return True
    edited = update.get("edited_message")
    is_for_nobody = isinstance(edited, dict) and "text" not in edited
    return UNASKED.isdisjoint(update) and not is_for_nobody


def _number(update: Any) -> int | None:
    return storable_id(update.get("update_id")) if isinstance(update, dict) else None


def _keepable(update: Any) -> dict[str, Any]:
    """What is kept of an update. Deeper nesting than Python itself can follow must not come back out of the inbox."""
    if _is_deeper(update, DEEPEST):
        return {"unreadable": "nested too deep"}
    kept = storable(update)
    return kept if isinstance(kept, dict) else {"unreadable": kept}


def _without_what_was_shown(kept: dict[str, Any]) -> dict[str, Any]:
    """Of a message that was pressed or replied to only which it is: some of the bot's own words are kept nowhere.

    Of a quote only that a personal number stood in it, so that the guard removes the message.
    """
    for part in kept.values():
        if isinstance(part, dict):
            if personal_number.is_in(_text_of(part.pop("quote", None))):
                part["quote"] = {"text": personal_number.MASK * 12, "position": 0}
            part |= {name: _which(part[name]) for name in ("message", "reply_to_message") if name in part}
    return kept


def _text_of(quote: Any) -> str:
    return str(quote.get("text")) if isinstance(quote, dict) else ""


def _which(shown: Any) -> Any:
    names = ("message_id", "date", "chat")
    return {name: shown[name] for name in names if name in shown} if isinstance(shown, dict) else shown


def _is_deeper(value: Any, levels: int) -> bool:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels == 0 or any(_is_deeper(part, levels - 1) for part in parts)


def _digest(payload: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _chat_id(payload: dict[str, Any]) -> int:
    """The chat whose order the update belongs to; 0 for what names none."""
    for part in payload.values():
        if isinstance(part, dict):
            message = part.get("message")
            chat = part.get("chat") or (message.get("chat") if isinstance(message, dict) else None) or part.get("from")
            number = storable_id(chat.get("id")) if isinstance(chat, dict) else None
            if number is not None:
                return number
    return 0
