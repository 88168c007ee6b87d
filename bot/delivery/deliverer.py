"""The deliverer: one process at a time takes up what is next in the outbox, sends it, and notes the outcome."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Sequence

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import Bot

from bot import enduring_clock
from bot.connections import sent_only_while
from bot.delivery.outcome import NotBegun, Outcome
from bot.delivery.pacing import Pace
from bot.delivery.parcel import Parcel
from bot.delivery.repeated import REPEATED
from bot.delivery.result import Result, note
from bot.delivery.sending import send
from bot.rounds import Rounds
from domain.clock import Clock
from handlers.handling.city import City
from storage import delivery, recall
from storage.database import Database
from storage.outbox import Lane, OutboxRow, Ring

log = logging.getLogger(__name__)

LEASE_FOR = 60.0
"""Seconds for which a row that is being sent is left alone; longer than any request can take."""

LOOK_AGAIN_AFTER = 1.0
"""Seconds between looks when nobody wakes the deliverer: another process may have queued something."""

ALL_OUT_WITHIN = 20.0
"""Seconds that a stop waits for what is being sent."""


class Deliverer:
    """Sends what is queued. `wake` it after every commit that queued something."""

    def __init__(  # noqa: PLR0913  what it works with
        self,
        database: Database,
        bot: Bot,
        clock: Clock,
        city: City,
        *,
        rate: float,
        rate_chat: float,
        is_its_role: Callable[[], bool],
        lease_for: float = LEASE_FOR,
    ) -> None:
        self._database, self._bot, self._clock, self._city = database, bot, clock, city
        self._pace = Pace(rate, rate_chat, time.monotonic)
        self._lease_for, self._is_its_role = lease_for, is_its_role
        self._rounds = Rounds(longest_rest=lambda: min(LOOK_AGAIN_AFTER, self._pace.next_change()))
        self._results: deque[Result] = deque()
        self._sending: set[asyncio.Task[None]] = set()
        self._rounding: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Something was queued."""
        self._rounds.wake()

    async def run(self, fencing_token: int) -> None:
        """Deliver until cancelled; what is being sent then is waited for and noted."""
        try:
            await self._rounds.run(lambda: self._whole_round(fencing_token))
        finally:
            await asyncio.shield(self._finish(fencing_token))

    async def _whole_round(self, fencing_token: int) -> bool:
        """Stopped in the middle, a round would leave rows taken up but not sent: it always comes to its end."""
        self._pace.look()
        self._rounding = asyncio.create_task(self._round(fencing_token))
        await asyncio.shield(self._rounding)
        return False  # what may go now is on its way; whatever comes back from there wakes the next round

    async def _round(self, fencing_token: int) -> None:
        """Note what has come back, take up what may go now, and begin to send it.

        Where the database is in trouble, what has come back is kept for the next round: with a new lease, and so a new
        fencing token, nobody would know any more that it was sent.
        """
        for parcel in await self._noted_and_taken_up(fencing_token):
            self._begin(parcel)

    async def _noted_and_taken_up(self, fencing_token: int) -> list[Parcel]:
        """One transaction."""
        results, begin_before = list(self._results), enduring_clock.seconds() + self._lease_for
        async with self._database.write() as session:
            for result in results:
                await note(session, result, fencing_token=fencing_token, now=self._clock.now(), city=self._city)
            rows = await self._cleared_and_claimed(session, fencing_token)
            parcels = await self._addressed(session, rows, begin_before)
        for _ in results:
            self._results.popleft()
        return parcels

    async def _cleared_and_claimed(self, session: AsyncSession, fencing_token: int) -> list[OutboxRow]:
        """What is lost comes back first, and what comes back too late goes; then what may go is taken up."""
        now = self._clock.now()
        ahead = await delivery.ahead(session, now=now)
        taken_back = await delivery.take_back(session, fencing_token=fencing_token) if ahead.is_in_flight else 0
        if ahead.is_late or taken_back:
            await delivery.expire(session, now=now)
        if not ahead.is_queued and not taken_back:
            return []
        behind = self._pace.spent_chats(Lane.ANSWER)
        if behind:
            await recall.cancel_overtaken(session, behind, repeated=REPEATED)
        return await self._claim(session, fencing_token)

    async def _claim(self, session: AsyncSession, fencing_token: int) -> list[OutboxRow]:
        """Answers first; then whatever comes next, for chats that have had their answers."""
        claimed: list[OutboxRow] = []
        for lane in (Lane.ANSWER, Lane.BROADCAST):
            at_most = self._pace.free(lane) if self._is_its_role() else 0
            if at_most:
                rows = await delivery.claim(
                    session,
                    now=self._clock.now(),
                    fencing_token=fencing_token,
                    lease_for=self._lease_for,
                    at_most=at_most,
                    slowest_lane=lane,
                    busy_chats=self._pace.held_chats(lane),
                )
                for row in rows:
                    self._pace.spend(row.chat_id, Lane(row.lane))
                claimed += rows
        return claimed

    async def _addressed(self, session: AsyncSession, rows: Sequence[OutboxRow], begin_before: float) -> list[Parcel]:
        if not rows:
            return []
        languages = await delivery.languages(session, rows)
        originals = await delivery.originals(session, rows)
        rings = self._city.hours.is_open(self._clock.now())
        return [
            Parcel(
                row=row,
                language=languages.get(row.person_id or 0) or row.language or self._city.language,
                is_silent=row.ring is Ring.IN_WORKING_HOURS and not rings,
                original=originals.get(row.original_id or 0),
                begin_before=begin_before,
            )
            for row in rows
        ]

    def _begin(self, parcel: Parcel) -> None:
        task = asyncio.create_task(self._deliver(parcel))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)

    async def _deliver(self, parcel: Parcel) -> None:
        sent_only_while.set(lambda: self._is_its_role() and not parcel.is_late())
        outcome, words = await send(self._bot, parcel)
        if isinstance(outcome, NotBegun) and parcel.is_late():
            return  # it is taken back by now, or will be, and whoever sends it then says what became of it
        self._slow_down(parcel.row, outcome)
        self._results.append(Result(parcel, outcome, words))
        self._rounds.wake()

    def _slow_down(self, row: OutboxRow, outcome: Outcome) -> None:
        pause, hold = outcome.pause(), outcome.hold(row.attempts + 1)
        if pause:
            log.warning("Telegram asks for a pause of %s seconds", pause)
            self._pace.pause(pause)
        if hold:
            self._pace.hold(row.chat_id, hold)

    async def _finish(self, fencing_token: int) -> None:
        if self._rounding is not None:
            await asyncio.wait({self._rounding})
        if self._sending:
            await asyncio.wait(self._sending, timeout=ALL_OUT_WITHIN)
        async with self._database.write() as session:
            while self._results:
                result = self._results.popleft()
                await note(session, result, fencing_token=fencing_token, now=self._clock.now(), city=self._city)
