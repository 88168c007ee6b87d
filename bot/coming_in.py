"""What has just come in, and waits behind nothing, is handled in the transaction that keeps it: all or none.

Mostly all goes well, and then no update needs to be kept waiting, looked for, and guarded by a savepoint of its own.
Where one fails, or somebody else's lock would have to be waited for, nothing is left of that transaction, and all that
came in is kept to be handled by the rounds.
"""

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.collision import despite_collisions
from bot.delivery.deliverer import Deliverer
from bot.handing_over import HandingOver
from bot.logs import without_contents
from domain.clock import Clock
from handlers.handling.answer import NotTheirsError
from storage import inbox, inbox_queue
from storage.database import Database
from storage.impatience import is_locked_out
from storage.inbox import Arrival, Turn
from storage.trouble import is_trouble

log = logging.getLogger(__name__)

LONGEST_BATCH = 0.05
"""Seconds of handling in one transaction: until it is committed, nobody in it has an answer."""

PLANNED_BATCH = 0.7 * LONGEST_BATCH
"""Seconds for which updates are taken together: one that takes longer than the last ones did still finds its place."""

MOST_AT_ONCE = 32
"""So many are taken together at most, and until it is known how long one takes."""

SOON_THROUGH = 2
"""So many transactions keep nobody waiting long: only where there are more it is worth a question who is in."""


class ComingIn:
    """Handles at once what comes in."""

    def __init__(self, database: Database, handing_over: HandingOver, deliverer: Deliverer, clock: Clock) -> None:
        self._database, self._handing_over, self._deliverer, self._clock = database, handing_over, deliverer, clock
        self._at_once = MOST_AT_ONCE

    async def handle(self, arrivals: Sequence[Arrival]) -> Sequence[Arrival]:
        """Keep and handle them, some at a time; gives those still to be kept, an attempt counted for one that failed.

        All at a time are as many as go into one transaction. Where they are many more than that, strangers are left to
        the rounds, in which people with access come before them; and where one chat has more of them, the rest is, so
        that all chats have their turns.
        """
        strangers: Sequence[Arrival] = []
        if len(arrivals) > SOON_THROUGH * self._at_once:
            arrivals, strangers = await self._told_apart(arrivals)
        while arrivals:
            now, later = arrivals[: self._at_once], arrivals[self._at_once :]
            left = await self._handle_together(now)
            arrivals = [*left, *later]
            if left or len({arrival.chat_id for arrival in later}) < len(later):
                break
        return [*arrivals, *strangers]

    async def _told_apart(self, arrivals: Sequence[Arrival]) -> tuple[Sequence[Arrival], Sequence[Arrival]]:
        """What people with access write, and what strangers do, each in order."""
        async with self._database.read() as session:
            are_in = await inbox_queue.are_in(session, {arrival.chat_id for arrival in arrivals})
        return (
            [arrival for arrival in arrivals if arrival.chat_id in are_in],
            [arrival for arrival in arrivals if arrival.chat_id not in are_in],
        )

    async def _handle_together(self, arrivals: Sequence[Arrival]) -> Sequence[Arrival]:
        """Keep and handle these, or none, in one transaction; gives those still to be kept."""
        try:
            is_handled = await despite_collisions(lambda: self._keep_and_handle(arrivals))
        except FailedComingInError as failed:
            log.warning("an update failed as it came in", exc_info=without_contents(failed.failure))
            return [replace(each, attempts=1) if each.dedup_key == failed.key else each for each in arrivals]
        except NotTheirsError:
            return arrivals  # no fault: the rounds take back what it did alone, and refuse it at the door
        except DBAPIError as error:
            if is_locked_out(error):
                return arrivals
            raise
        return [] if is_handled else arrivals

    async def _keep_and_handle(self, arrivals: Sequence[Arrival]) -> bool:
        """Keep and handle them, until the time is up; False where other updates of their chats wait."""
        async with self._deliverer.writing() as session:
            began = time.monotonic()
            turns = await inbox.keep_handled(session, arrivals, now=self._clock.now())
            if turns:
                handled = await self._handle_until(began + LONGEST_BATCH, session, turns)
                await inbox.let_wait(session, list(turns.values())[handled:])
                self._at_once = _in_time(handled, took=time.monotonic() - began)
        return turns is not None

    async def _handle_until(self, end_at: float, session: AsyncSession, turns: Mapping[str, Turn]) -> int:
        """The first of them, until the time is up, and at least one; says how many. Raises where none can be."""
        for number, (key, turn) in enumerate(turns.items(), start=1):
            try:
                await self._handing_over.handle_or_raise(session, turn)
            except NotTheirsError:
                raise
            except Exception as error:
                if is_trouble(error):
                    raise
                raise FailedComingInError(key, error) from error
            if time.monotonic() >= end_at:
                return number
        return len(turns)


def _in_time(handled: int, *, took: float) -> int:
    """So many updates as are likely handled in time, if each takes as long as those did."""
    return max(1, min(MOST_AT_ONCE, int(handled * PLANNED_BATCH / took)))


class FailedComingInError(Exception):
    """An update could not be handled as it came in."""

    def __init__(self, key: str, failure: Exception) -> None:
        super().__init__(key)
        self.key, self.failure = key, failure
