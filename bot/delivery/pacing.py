"""How fast to send: to everyone together, and to each chat."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.delivery.last_second import LastSecond
from domain.frozen import frozen
from storage.outbox import Lane
from storage.outgoing import Allowed

ANSWERS_IN_A_BURST = 10
"""So many answers may follow one another at once in a chat, as when a form is filled in as fast as a person presses."""

ROOM_FOR_ANSWERS = 4
"""So many answers must still be free to go in a chat when anything else goes, or the next question would wait."""

RESERVED_FOR_ANSWERS = 1.0
"""Messages a second that only answers may use, so that a broadcast never keeps somebody waiting."""

SHORTEST_WAIT = 0.001

AHEAD = 0.07
"""Seconds before its moment that a message may be taken up: it goes on time, however long the database takes."""

LATELY = 100
"""Of so many messages it is known how long they were on their way."""

UNSURE = 0.005
"""Seconds by which one way may be shorter than it has been lately."""


@dataclass
class Bucket:
    """A bucket of permissions that fills at a steady rate, up to its capacity."""

    rate: float
    capacity: float
    tokens: float
    filled_at: float

    def fill(self, at: float) -> float:
        """What is in it at that monotonic second."""
        self.tokens = min(self.capacity, self.tokens + (at - self.filled_at) * self.rate)
        self.filled_at = at
        return self.tokens

    def wait_for(self, tokens: float, at: float) -> float:
        """Seconds until it holds so much."""
        return max(0.0, (tokens - self.fill(at)) / self.rate)


class ChatPace:
    """What may be sent to one chat: answers in a burst; anything else a while after whatever was said there before."""

    def __init__(self, rate: float, at: float) -> None:
        self._answers = Bucket(rate, ANSWERS_IN_A_BURST, ANSWERS_IN_A_BURST, at)
        self._calm = Bucket(rate, 1.0, 1.0, at)

    def wait_for(self, lane: Lane, at: float) -> float:
        """Seconds until a message of that lane may go."""
        if lane is Lane.ANSWER:
            return self._answers.wait_for(1.0, at)
        return max(self._answers.wait_for(ROOM_FOR_ANSWERS, at), self._calm.wait_for(1.0, at))

    def spend(self, at: float) -> None:
        """Count a message that is about to go."""
        self._answers.tokens = self._answers.fill(at) - 1
        self._calm.tokens = 0.0

    def has_rested(self, at: float) -> bool:
        """Whether it is as if nothing had been said there."""
        return self._answers.fill(at) >= ANSWERS_IN_A_BURST


@frozen
class Permit:
    """That a message may go.

    Attributes:
        lane: Its lane.
        go_at: From that monotonic second on.
    """

    lane: Lane
    go_at: float


@dataclass
class Pace:
    """What may be sent now. All times are seconds of the monotonic clock.

    *Now* is the instant of the last `look`. All questions of one round are asked of the same instant: where a bucket
    filled between asking what may go and asking how long to wait, nobody would wait for it, and nobody send.
    """

    rate: float
    rate_chat: float
    monotonic: Callable[[], float]
    _paused_until: float = 0.0
    _chats: dict[int, ChatPace] = field(default_factory=dict)
    _held_until: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with full buckets."""
        self._now, shared_rate = self.monotonic(), self.rate - RESERVED_FOR_ANSWERS
        most = max(1.0, shared_rate / 10)
        self._shared = Bucket(shared_rate, most, most, self._now)
        self._reserved = Bucket(RESERVED_FOR_ANSWERS, 1.0, 1.0, self._now)
        self._all, self._but_answers = LastSecond(int(self.rate)), LastSecond(max(1, int(shared_rate)))
        self._took = deque[float](maxlen=LATELY)

    def look(self) -> None:
        """Begin a round: what may go at this instant? What was permitted but never begun is not."""
        self._now = self.monotonic()
        for last_second in (self._all, self._but_answers):
            last_second.look(self._now - self._counts_for())

    def free(self, lane: Lane) -> int:
        """How many messages of that lane may go now, or in a moment, all chats together."""
        if self._now < self._paused_until:
            return 0
        kept = int(self._reserved.fill(self._now)) if lane is Lane.ANSWER else 0
        ended_by = self._now + AHEAD - self._counts_for()
        return min(int(self._shared.fill(self._now)) + kept, *(each.free(ended_by) for each in self._counting(lane)))

    def held_chats(self, lane: Lane) -> set[int]:
        """The chats that have to wait for a message of that lane."""
        return self.spent_chats(lane) | set(self._held_until)

    def spent_chats(self, lane: Lane) -> set[int]:
        """The chats that have had so much that they must wait for a message of that lane."""
        self._forget_idle()
        return {chat for chat, pace in self._chats.items() if pace.wait_for(lane, self._now) > 0}

    def allowed(self, *, at_most: int) -> Allowed:
        """What may go now, as storage asks for it."""
        return Allowed(
            at_most=min(at_most, self.free(Lane.ANSWER)),
            no_answers_to=self.held_chats(Lane.ANSWER),
            nothing_else_to=self.held_chats(Lane.BROADCAST),
        )

    def permit(self, chat_id: int, lane: Lane) -> Permit | None:
        """Let a message go, and count it; None where it has to wait, since others have used up what is free."""
        if not self.free(lane):
            return None
        counting = self._counting(lane)
        go_at = max(each.next_ended() for each in counting) + self._counts_for()
        self.spend(chat_id, lane)
        return Permit(lane, max(self._now, go_at))

    def spend(self, chat_id: int, lane: Lane) -> None:
        """Count a message that is about to go; an answer takes what is kept for answers, where that is left."""
        is_kept = lane is Lane.ANSWER and self._reserved.fill(self._now) >= 1
        common = self._reserved if is_kept else self._shared
        common.tokens -= 1
        for each in self._counting(lane):
            each.take()
        self._chats.setdefault(chat_id, ChatPace(self.rate_chat, self._now)).spend(self._now)

    def begin(self, permit: Permit) -> None:
        """What was permitted in this round goes, as soon as it may."""
        for each in self._counting(permit.lane):
            each.begin()

    @asynccontextmanager
    async def turn(self, permit: Permit) -> AsyncIterator[None]:
        """Wait for the moment; what is sent meanwhile is through then, however it ended."""
        await asyncio.sleep(max(0.0, permit.go_at - self.monotonic()))
        began = self.monotonic()
        try:
            yield
        finally:
            self.end(permit, began)

    def end(self, permit: Permit, began: float) -> None:
        """It is through."""
        ended = self.monotonic()
        self._took.append(ended - began)
        for each in self._counting(permit.lane):
            each.end(ended)

    def hold(self, chat_id: int, seconds: float) -> None:
        """Leave a chat alone for a while: its order must be kept, and its first message couldn't go."""
        self._held_until[chat_id] = self.monotonic() + seconds

    def pause(self, seconds: float) -> None:
        """Leave everyone alone for a while, since Telegram has asked for it."""
        self._paused_until = max(self._paused_until, self.monotonic() + seconds)

    def next_change(self, *, is_any_held: bool = True) -> float:
        """Seconds until more may go than at the last look; where nothing waits for a chat, that of chats is no news."""
        if self._now < self._paused_until:
            waits = [self._paused_until - self._now]
        else:
            waits = self._waits_for_chats() if is_any_held else []
            waits += [self._shared.wait_for(1.0, self._now)]
            ended_by = self._now + AHEAD - self._counts_for()
            waits += [each.wait(ended_by) for each in (self._all, self._but_answers)]
        since = self.monotonic() - self._now
        # Never so short that the clock may not even show it.
        return max(SHORTEST_WAIT, min((wait for wait in waits if wait > 0), default=float("inf")) - since)

    def _waits_for_chats(self) -> list[float]:
        waits = [until - self._now for until in self._held_until.values()]
        paces = self._chats.values()
        return waits + [
            pace.wait_for(Lane.ANSWER, self._now) or pace.wait_for(Lane.BROADCAST, self._now) for pace in paces
        ]

    def _counting(self, lane: Lane) -> Sequence[LastSecond]:
        return (self._all,) if lane is Lane.ANSWER else (self._all, self._but_answers)

    def _counts_for(self) -> float:
        """Seconds that a message counts after its end.

        What every message needs at least for the way there and back is taken off: by so much later the next one
        arrives than it is sent, and sooner this one arrived than its answer.
        """
        return 1.0 - max(0.0, min(self._took, default=0.0) - UNSURE)

    def _forget_idle(self) -> None:
        self._chats = {chat: pace for chat, pace in self._chats.items() if not pace.has_rested(self._now)}
        self._held_until = {chat: until for chat, until in self._held_until.items() if until > self._now}
