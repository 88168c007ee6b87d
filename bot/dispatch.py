"""Between the way in and the way out: take the oldest update of a chat, and handle it in one transaction."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import Update
from telegram.ext import Application

from bot.collision import despite_collisions
from bot.logs import without_contents
from bot.rounds import Rounds
from bot.uninterrupted import uninterrupted
from domain.clock import Clock
from handlers.handling.apology import apologise
from handlers.handling.city import City
from handlers.handling.work import Work, current_work
from storage import inbox
from storage.database import Database
from storage.inbox import InboxRow
from storage.trouble import is_trouble

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
REFERENCE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are mistaken for one another on the telephone."""


class Dispatch:
    """Hands each update to python-telegram-bot's application; tells `on_committed` after each."""

    def __init__(  # noqa: PLR0913  what it works with
        self,
        database: Database,
        application: Application[Any, Any, Any, Any, Any, Any],
        clock: Clock,
        city: City,
        *,
        workers: int,
        on_committed: Callable[[], None],
    ) -> None:
        self._database, self._application, self._clock, self._city = database, application, clock, city
        self._on_committed = on_committed
        self._workers = workers
        self._rounds = Rounds()

    def wake(self) -> None:
        """Something was kept in the inbox: one worker looks, and wakes the next if there was something for it."""
        self._rounds.wake()

    async def run(self) -> None:
        """Handle updates until cancelled, so many at once as there are workers."""
        async with asyncio.TaskGroup() as workers:
            for _ in range(self._workers):
                workers.create_task(self._rounds.run(lambda: uninterrupted(despite_collisions(self._handle_next))))

    async def _handle_next(self) -> bool:
        """Handle one update; says whether there may be more."""
        row_id = None
        try:
            async with self._database.write() as session:
                row = await inbox.claim_next(session)
                if row is None:
                    return False
                row_id = row.id
                if self._workers > 1:
                    self.wake()
                await self._handle(Work(session, self._clock.now(), self._city, key=f"update:{row.id}"), row)
                await inbox.mark_handled(session, row, now=self._clock.now())
                # Asked here, where it costs little: a look of its own would be one more transaction for every update.
                is_more = await inbox.is_waiting(session)
        except Exception as error:
            if row_id is None or is_trouble(error):
                raise
            await self._count_failure(row_id, error)
            is_more = True
        self._on_committed()
        return is_more

    async def _handle(self, work: Work, row: InboxRow) -> None:
        update = Update.de_json(row.payload or {}, self._application.bot)
        mark = current_work.set(work)
        try:
            await self._application.process_update(update)
        finally:
            current_work.reset(mark)
        if work.failure is not None:
            raise work.failure

    async def _count_failure(self, row_id: int, error: Exception) -> None:
        """Count the failure; the third time the update is put aside, and its person hears of it."""
        async with self._database.write() as session:
            row = await inbox.count_failure(session, row_id)
            if row is None:
                return
            log.warning("update %s failed, attempt %s", row_id, row.attempts, exc_info=without_contents(error))
            if row.attempts < MOST_ATTEMPTS:
                return
            reference = "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(6))
            log.error("update %s is put aside, reference %s", row_id, reference)
            await self._apologise(session, row, reference)
            await inbox.set_aside(session, row, reference=reference, now=self._clock.now())

    async def _apologise(self, session: AsyncSession, row: InboxRow, reference: str) -> None:
        """Tell the person. What is malformed may spoil this too, and must be put aside all the same."""
        work = Work(session, self._clock.now(), self._city, key=f"apology:{row.id}")
        try:
            async with session.begin_nested():
                await apologise(work, row.payload or {}, reference)
        except Exception as error:
            if is_trouble(error):
                raise
            log.warning("nobody could be told of reference %s", reference, exc_info=without_contents(error))
