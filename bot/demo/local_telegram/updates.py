"""The updates that wait for the bot, and the long poll that fetches them."""

import asyncio
import itertools
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from bot.demo.local_telegram.refusal import RefusedError, conflict

FIRST_UPDATE_ID = 618_204_377
MOST_AT_ONCE = 100
LONGEST_POLL = 50  # seconds

# Kinds that the bot gets only if it asks for them by name.
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass
class WaitingUpdate:
    """An update that the bot has not confirmed (often enough)."""

    update: dict[str, Any]
    handed_out: int = 0
    is_replay: bool = False  # its number was used before, so that no offset can mean it

    @property
    def update_id(self) -> int:
        """Its number, by which the bot confirms it."""
        return int(self.update["update_id"])


class UpdateQueue:
    """Updates in their order; each stays until the bot confirms it."""

    def __init__(self) -> None:
        self.waiting: deque[WaitingUpdate] = deque()
        self.arrived = asyncio.Event()
        self.allowed_updates: list[str] = []
        self.deliveries = 1  # how often each is handed out, though confirmed
        self._next_id = FIRST_UPDATE_ID
        self._poll: asyncio.Future[None] | None = None
        self._is_closed = False

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for updates of this kind."""
        return kind in self.allowed_updates if self.allowed_updates else kind not in UNASKED

    def put(self, update: dict[str, Any]) -> int:
        """Adds an update, numbered unless it has a number, and wakes the long poll."""
        numbered = {"update_id": self._next_id} | update
        is_replay = numbered["update_id"] < self._next_id
        self._next_id = max(self._next_id, numbered["update_id"]) + 1
        self.waiting.append(WaitingUpdate(numbered, is_replay=is_replay))
        self.arrived.set()
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        return int(numbered["update_id"])

    async def take(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:  # noqa: ASYNC109 - the Bot API's own name
        """Confirms what came before the offset and hands out the rest, waiting for the first if need be."""
        self.end_poll(OTHER_POLL)
        self._confirm_before(offset)
        if not self.waiting and timeout > 0:
            await self._wait(min(timeout, LONGEST_POLL))
        return self._hand_out(limit if 0 < limit <= MOST_AT_ONCE else MOST_AT_ONCE)

    def end_poll(self, why: str) -> None:
        """Ends the long poll that is under way, as a conflict."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(why))

    def confirm(self, update_id: int) -> None:
        """Counts one successful delivery (by webhook) and forgets the update when that was the last."""
        head = self.waiting[0] if self.waiting else None
        if head is None or head.update_id != update_id:
            return
        head.handed_out += 1
        if head.handed_out >= self.deliveries:
            self.waiting.popleft()

    def close(self) -> None:
        """Ends the long poll under way, and refuses any other."""
        self._is_closed = True
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def _confirm_before(self, offset: int) -> None:
        if offset < 0:  # counted from the end of the queue: all but the last few are forgotten
            self.waiting = deque(list(self.waiting)[offset:])
            return
        self.waiting = deque(entry for entry in self.waiting if entry.update_id >= offset or self._is_still_owed(entry))

    def _is_still_owed(self, entry: WaitingUpdate) -> bool:
        if entry.handed_out == 0:
            return entry.is_replay
        return entry.handed_out < self.deliveries

    def _hand_out(self, limit: int) -> list[dict[str, Any]]:
        batch = list(itertools.islice(self.waiting, limit))
        for entry in batch:
            entry.handed_out += 1
        return [entry.update for entry in batch]

    async def _wait(self, seconds: float) -> None:
        if self._is_closed:
            raise RefusedError(502, "Bad Gateway")
        poll = self._poll = asyncio.get_running_loop().create_future()
        # Where nothing comes the poll is over by itself: the timeout cancels it, and the next one ends nobody's.
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await poll  # raises the conflict, if that is what ended the poll
