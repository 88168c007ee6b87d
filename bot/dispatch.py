"""Between the way in and the way out: what waits is handled, as much in one transaction as is quickly done.

What comes in and waits behind nothing is handled as it is kept (`coming_in.py`). What waits has a savepoint for each
update, so one that fails takes nothing with it. A process that is killed leaves the whole batch as it was. Which of its
updates has killed it, nobody knows: so what a process finds when it begins, and what has failed before, is handled with
care: one update at a time, each noted as begun before.
"""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import NamedTuple

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.collision import despite_collisions
from bot.coming_in import LONGEST_BATCH, ComingIn
from bot.delivery.deliverer import Deliverer
from bot.handing_over import HandingOver
from bot.logs import without_contents
from bot.rounds import Rounds, through_trouble
from domain.clock import Clock
from storage import inbox, inbox_queue, wakeup
from storage.database import Database
from storage.impatience import UnlessLockedOut, is_locked_out, wait_at_most
from storage.inbox import Arrival, Turn
from storage.trouble import is_trouble
from storage.uninterrupted import uninterrupted
from storage.wakeup import Queued

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3

MOST_IN_BATCH = 100
"""So many updates Telegram gives at a time; where it gives as many, there are more."""

CHATS_AT_ONCE = 32
"""So many chats' oldest updates are taken up in one look, shared among the workers."""

HOLDS_CHAT_FOR = 0.5
"""Seconds that one update waits for what somebody else holds before its chat is let go: what its person sends meanwhile
can't be kept until then, and all that came in with that waits too."""


class Left(NamedTuple):
    """What a batch has left: whether there may be more, what needs care, and what would have to wait for a lock."""

    is_more: bool
    with_care: Sequence[Turn] = ()
    locked_out: Sequence[Turn] = ()


class Dispatch:
    """Keeps and handles updates. What is said about them goes out with the same transaction, where it may."""

    def __init__(
        self, database: Database, handing_over: HandingOver, deliverer: Deliverer, clock: Clock, *, workers: int
    ) -> None:
        self._database, self._handing_over, self._deliverer = database, handing_over, deliverer
        self._clock, self._workers, self._at_once = clock, workers, CHATS_AT_ONCE // workers
        self._coming_in = ComingIn(database, handing_over, deliverer, clock)
        self._rounds = Rounds()
        self._found_up_to: int | None = None
        self._is_fetching = self._has_fetched = False
        self._care = asyncio.Lock()
        self._interrupted: set[int] = set()
        self._waited_for: set[int] = set()

    def wake(self) -> None:
        """Something was kept in the inbox: one worker looks, and wakes the next if there was something for it."""
        self._rounds.wake()

    @asynccontextmanager
    async def fetching(self) -> AsyncIterator[None]:
        """While this process fetches: here the updates that need care are handled, and nowhere else."""
        self._is_fetching, self._has_fetched = True, False
        self.wake()
        try:
            yield
        finally:
            self._is_fetching = False

    async def run(self) -> None:
        """Handle updates until cancelled, so many batches at once as there are workers."""
        await through_trouble(self._look_what_is_here)
        async with asyncio.TaskGroup() as workers:
            for _ in range(self._workers):
                workers.create_task(self._rounds.run(self._round))

    async def take_in(self, arrivals: Sequence[Arrival]) -> None:
        """Keep what was fetched, and handle as much of it as is quickly done; returns when that is committed.

        The first batch after a beginning is only kept: it may be what the process before this one was killed at. So is
        one behind which more waits, where somebody may be to whom it is owed to be heard before all of these.
        """
        if self._has_fetched and len(arrivals) < MOST_IN_BATCH:
            arrivals = await self._coming_in.handle(arrivals)
            if not arrivals:
                return
        await despite_collisions(lambda: self._keep(arrivals))
        self._has_fetched = True

    async def _keep(self, arrivals: Sequence[Arrival]) -> None:
        async with self._database.write() as session:
            await inbox.keep(session, arrivals, now=self._clock.now())
            if not self._has_fetched:
                self._found_up_to = await inbox.newest_id(session)

    async def _look_what_is_here(self) -> None:
        """Whatever is here now may be what a process before this one was killed at."""
        async with self._database.read() as session:
            self._found_up_to = await inbox.newest_id(session)

    async def _round(self) -> bool:
        """One batch, and then what needs care; says whether there may be more."""
        return await uninterrupted(self._whole_round())

    async def _whole_round(self) -> bool:
        left = await despite_collisions(self._one_batch)
        if left.locked_out:
            await self._wait_for_locks({turn.id for turn in left.locked_out})
        if not self._is_fetching:
            return left.is_more
        for turn in left.with_care:
            await self._handle_with_care(turn.id)
        return left.is_more or bool(left.with_care)

    async def _one_batch(self) -> Left:
        with UnlessLockedOut():
            async with self._deliverer.writing() as session:
                return await self._batch(session)
        # What the deliverer notes is locked out: nothing is delivered with these, then.
        async with self._database.write(is_impatient=True) as session:
            return await self._batch(session)

    async def _batch(self, session: AsyncSession) -> Left:
        """Handle one update of each chat, and again, while time allows."""
        end_at = time.monotonic() + LONGEST_BATCH
        while True:
            next_turns = await inbox_queue.next_turns(session, at_most=self._at_once)
            turns = [turn for turn in next_turns if turn.id not in self._waited_for]
            if len(turns) == self._at_once and self._workers > 1:
                self.wake()
            with_care = [turn for turn in turns if self._needs_care(turn)]
            at_once = [turn for turn in turns if not self._needs_care(turn)]
            handled, locked_out = await self._handle_until(end_at, session, at_once)
            have_more = bool(handled) and await inbox_queue.end_turns(session, handled, now=self._clock.now())
            is_more = have_more or len(handled) < len(at_once) or (bool(at_once) and len(turns) == self._at_once)
            if not is_more or locked_out or time.monotonic() >= end_at:
                # Whoever has handled these looks again by itself, where there is more.
                wakeup.queued(session).discard(Queued.UPDATE)
                return Left(is_more, with_care, locked_out)

    def _needs_care(self, turn: Turn) -> bool:
        return turn.attempts > 0 or self._found_up_to is None or turn.id <= self._found_up_to

    async def _handle_until(
        self, end_at: float, session: AsyncSession, turns: Sequence[Turn]
    ) -> tuple[list[Turn], list[Turn]]:
        """Those that were handled before the time was up, at least one; and those that would have to wait for a lock.

        One that failed is only counted.
        """
        handled, locked_out = list[Turn](), list[Turn]()
        for turn in turns:
            try:
                failure = await self._handing_over.handle(session, turn)
            except DBAPIError as error:
                if not is_locked_out(error):
                    raise
                locked_out.append(turn)
                continue  # the time that it took is none of those who come after it
            if failure is None:
                handled.append(turn)
            else:
                _log_failure(turn, failure)
                await inbox_queue.count_attempt(session, turn.id)
            if time.monotonic() >= end_at:
                break
        return handled, locked_out

    async def _wait_for_locks(self, row_ids: set[int]) -> None:
        """Handle those that were locked out, one after the other; whoever came with them goes on without them."""
        self._waited_for |= row_ids
        self.wake()
        try:
            for row_id in sorted(row_ids):
                await despite_collisions(partial(self._wait_for_lock, row_id))
        finally:
            self._waited_for -= row_ids

    async def _wait_for_lock(self, row_id: int) -> None:
        """Handle one update that was locked out, where nobody but its chat waits for it; not for long, for that."""
        with UnlessLockedOut():
            async with self._database.write() as session:
                await wait_at_most(session, HOLDS_CHAT_FOR)
                turn = await inbox_queue.the_turn(session, row_id)
                if turn is not None and not self._needs_care(turn):
                    handled, _ = await self._handle_until(0.0, session, [turn])
                    if handled:
                        await inbox_queue.end_turns(session, handled, now=self._clock.now())

    async def _handle_with_care(self, row_id: int) -> None:
        """One update by itself. That it is begun is noted before, so that it can't kill one process after the other."""
        async with self._care:
            turn = await self._begun(row_id)
            if turn is None:
                return
            try:
                failure = await despite_collisions(lambda: self._handled_alone(row_id))
            except Exception as error:
                if is_trouble(error):
                    self._interrupted.add(row_id)  # no fault of the update's, and not to be counted
                if is_locked_out(error):
                    return
                raise
            if failure is None:
                return
            _log_failure(turn, failure)
            if turn.attempts >= MOST_ATTEMPTS:
                await despite_collisions(lambda: self._put_aside(row_id))

    async def _begun(self, row_id: int) -> Turn | None:
        """Note that the update is begun; None where it waits no more, or has been begun too often."""
        async with self._database.write() as session:
            turn = await inbox_queue.count_attempt(session, row_id, is_new=row_id not in self._interrupted)
        self._interrupted.discard(row_id)
        if turn is not None and turn.attempts > MOST_ATTEMPTS:
            await despite_collisions(lambda: self._put_aside(row_id))
            return None
        return turn

    async def _handled_alone(self, row_id: int) -> Exception | None:
        with UnlessLockedOut():
            async with self._deliverer.writing() as session:
                return await self._handled_in(session, row_id)
        async with self._database.write() as session:
            await wait_at_most(session, HOLDS_CHAT_FOR)
            return await self._handled_in(session, row_id)

    async def _handled_in(self, session: AsyncSession, row_id: int) -> Exception | None:
        turn = await inbox_queue.the_turn(session, row_id)
        failure = await self._handing_over.handle(session, turn) if turn else None
        if turn is not None and failure is None:
            await inbox_queue.end_turns(session, [turn], now=self._clock.now(), are_counted=True)
        return failure

    async def _put_aside(self, row_id: int) -> None:
        async with self._database.write() as session:
            turn = await inbox_queue.the_turn(session, row_id)
            if turn is not None:
                await self._handing_over.put_aside(session, turn)


def _log_failure(turn: Turn, failure: Exception) -> None:
    log.warning("update %s failed, attempt %s", turn.id, turn.attempts, exc_info=without_contents(failure))
