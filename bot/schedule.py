"""The clock: one tick, at most every half minute, runs the duties that are due. It keeps no state that matters."""

import asyncio
import logging
from uuid import uuid4

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.collision import despite_collisions
from bot.logs import without_contents
from domain.clock import Clock
from handlers.handling.city import City
from handlers.handling.routes import Duty
from handlers.handling.work import Work
from storage.database import Database
from storage.uninterrupted import uninterrupted

log = logging.getLogger(__name__)

TICK_EVERY = 30
"""Seconds."""


class Schedule:
    """Runs duties on every tick."""

    def __init__(self, database: Database, clock: Clock, city: City, duties: tuple[Duty, ...]) -> None:
        self._database, self._clock, self._city, self._duties = database, clock, city, duties
        self._turn = asyncio.Lock()

    async def run(self, _fencing_token: int) -> None:
        """Tick until cancelled."""
        scheduler = AsyncIOScheduler()
        # The default grace of one second silently drops a late tick; ours may be as late as it likes, but never two.
        scheduler.add_job(
            self.tick, "interval", seconds=TICK_EVERY, misfire_grace_time=None, coalesce=True, max_instances=1
        )
        scheduler.start()
        try:
            await self.tick()
            await asyncio.Event().wait()
        finally:
            scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Do all that is due, one tick after the other: one would pass by what another has locked, and miss it."""
        async with self._turn:
            for duty in self._duties:
                await self._do_all(duty)

    async def _do_all(self, duty: Duty) -> None:
        """A duty that fails is logged and comes again; the others have their turn."""
        try:
            while await uninterrupted(despite_collisions(lambda: self._do(duty))):
                pass
        except Exception as error:
            failure = without_contents(error)
            log.exception("the duty %s failed, and comes again with the next tick", duty.__name__, exc_info=failure)

    async def _do(self, duty: Duty) -> bool:
        async with self._database.write() as session:
            work = Work(session, self._clock.now(), self._city, key=f"duty:{uuid4().hex}")
            return await duty(work)
