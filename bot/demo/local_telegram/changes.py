"""The live feed of what happens on the phones.

A subscription counts from the call of `subscribe`, not from the first look at it. So: subscribe first, take a
snapshot of the phones after, then follow the feed. Nothing is lost between the two; a change may be both in
the snapshot and in the feed, which does no harm if it is used as a hint of what to look at again.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import Literal
from weakref import WeakSet

from domain.frozen import frozen

ChangeKind = Literal["message", "edit", "delete", "commands", "answered", "pin", "behind"]

MOST_WAITING = 1000


@frozen
class Change:
    """Something on a phone is not as it was.

    "answered" stops the spinner of a pressed button, with the text to show, if any. "behind" (user 0) says
    that the subscriber was too slow and that changes were left out: take a new snapshot.
    """

    user_id: int
    kind: ChangeKind
    message_id: int | None = None
    text: str | None = None
    is_alert: bool = False


class Subscription(AsyncIterator[Change]):
    """One subscriber's bounded queue of changes."""

    def __init__(self, most_waiting: int = MOST_WAITING) -> None:
        self._most_waiting = most_waiting
        self._waiting: deque[Change] = deque()
        self._something = asyncio.Event()
        self._is_closed = False

    def put(self, change: Change) -> None:
        """Keeps a change until the subscriber takes it."""
        if len(self._waiting) >= self._most_waiting:
            self._waiting.clear()
            change = Change(0, "behind")
        self._waiting.append(change)
        self._something.set()

    def close(self) -> None:
        """Ends the feed after what already waits in it."""
        self._is_closed = True
        self._something.set()

    async def __anext__(self) -> Change:
        """The next change, as soon as there is one."""
        while not self._waiting:
            if self._is_closed:
                raise StopAsyncIteration
            self._something.clear()
            await self._something.wait()
        return self._waiting.popleft()


class ChangeFeed:
    """Tells every subscriber of every change. A subscriber that nobody holds any longer is forgotten."""

    def __init__(self) -> None:
        self._subscriptions: WeakSet[Subscription] = WeakSet()

    def subscribe(self) -> Subscription:
        """A subscription to everything from this moment on."""
        subscription = Subscription()
        self._subscriptions.add(subscription)
        return subscription

    def tell(self, change: Change) -> None:
        """Passes a change on."""
        for subscription in list(self._subscriptions):
            subscription.put(change)

    def close(self) -> None:
        """Ends all subscriptions."""
        for subscription in list(self._subscriptions):
            subscription.close()
