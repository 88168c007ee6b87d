"""One update handed to python-telegram-bot's application, so that all of it has its effect, or nothing."""

import logging
import secrets
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import Update
from telegram.ext import Application

from bot.logs import without_contents
from domain.clock import Clock
from handlers.handling.answer import NotTheirsError
from handlers.handling.apology import apologise
from handlers.handling.city import City
from handlers.handling.work import Work, current_work
from storage import inbox_queue
from storage.inbox import Turn
from storage.trouble import is_trouble, refuse_swallowed

log = logging.getLogger(__name__)

REFERENCE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without those that are mistaken for one another on the telephone."""


class HandingOver:
    """Hands updates over in the transaction that it is given, each under a savepoint of its own, or under none."""

    def __init__(self, application: Application[Any, Any, Any, Any, Any, Any], clock: Clock, city: City) -> None:
        self._application, self._clock, self._city = application, clock, city

    async def handle_or_raise(self, session: AsyncSession, turn: Turn) -> None:
        """Let the update have its effect. Raises what fails: then the whole transaction is to be given up."""
        await self._process(self._work(session, turn, is_all_or_none=True), turn)
        await session.flush()
        session.expunge_all()

    async def handle(self, session: AsyncSession, turn: Turn) -> Exception | None:
        """Let the update have its effect; what failed where it has none. Raises the database's own trouble."""
        try:
            await self._process_or_refuse(session, turn)
        except Exception as error:
            if is_trouble(error):
                raise
            return error
        finally:
            # The next update in this transaction sees what is in the database, as if it were alone.
            session.expunge_all()
        return None

    async def put_aside(self, session: AsyncSession, turn: Turn) -> None:
        """Give up on the update, and tell its person, so that the chat's others go on."""
        reference = "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(6))
        log.error("update %s is put aside, reference %s", turn.id, reference)
        await self._apologise(session, turn, reference)
        await inbox_queue.set_aside(session, turn, reference=reference, now=self._clock.now())

    async def _process_or_refuse(self, session: AsyncSession, turn: Turn) -> None:
        """What turns out not to be theirs leaves nothing: the update is handled again, and refused at the door."""
        try:
            async with session.begin_nested():
                await self._process(self._work(session, turn), turn)
        except NotTheirsError:
            session.expunge_all()
            async with session.begin_nested():
                await self._process(self._work(session, turn, is_refused=True), turn)

    def _work(
        self, session: AsyncSession, turn: Turn, *, is_refused: bool = False, is_all_or_none: bool = False
    ) -> Work:
        now, key = self._clock.now(), f"update:{turn.id}"
        return Work(session, now, self._city, key, is_refused=is_refused, is_all_or_none=is_all_or_none)

    async def _process(self, work: Work, turn: Turn) -> None:
        update = Update.de_json(turn.payload or {}, self._application.bot)
        mark = current_work.set(work)
        try:
            await self._application.process_update(update)
        finally:
            current_work.reset(mark)
        if work.failure is not None:
            raise work.failure
        refuse_swallowed(work.session)

    async def _apologise(self, session: AsyncSession, turn: Turn, reference: str) -> None:
        """Tell the person. What is malformed may spoil this too, and must be put aside all the same."""
        work = Work(session, self._clock.now(), self._city, key=f"apology:{turn.id}")
        try:
            async with session.begin_nested():
                await apologise(work, turn.payload or {}, reference)
        except Exception as error:
            if is_trouble(error):
                raise
            log.warning("nobody could be told of reference %s", reference, exc_info=without_contents(error))
