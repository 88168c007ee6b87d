"""The clock: one tick, at most every half minute, runs the duties that are due. It keeps no state that matters.

APScheduler plans by the machine's clock, which somebody may set. Here it is never asked for more than "in half a minute
from now", and where its plan is farther off than that, the clock was set back, and the plan is made anew.
"""

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from bot.collision import despite_collisions
from bot.logs import without_contents
from domain.clock import Clock
from handlers.handling.city import City
from handlers.handling.routes import Duty
from handlers.handling.work import Work
from storage.database import Database
from storage.uninterrupted import uninterrupted
from storage.wakeup import queued

log = logging.getLogger(__name__)

TICK_EVERY = 30.0
"""Seconds."""

LOOKS_IN_A_TICK = 10
"""So often between two ticks it is looked whether the machine's clock was set back."""


class AfterWhile(BaseTrigger):  # type: ignore[misc]  # APScheduler ships no types
    """Fires a while from now, whenever it fired before: no clock that is set forward has it make up for years."""

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """When to fire next."""
        return now + timedelta(seconds=TICK_EVERY)


class Schedule:
    """Runs duties on every tick."""

    def __init__(self, database: Database, clock: Clock, city: City, duties: tuple[Duty, ...]) -> None:
        self._database, self._clock, self._city, self._duties = database, clock, city, duties
        self._turn = asyncio.Lock()

    async def run(self, _fencing_token: int) -> None:
        """Tick until cancelled."""
        scheduler = AsyncIOScheduler()
        # The default grace of one second silently drops a late tick; ours may be as late as it likes, but never two.
        job = scheduler.add_job(self.tick, AfterWhile(), misfire_grace_time=None, coalesce=True, max_instances=1)
        scheduler.start()
        try:
            await self.tick()
            await _keep_to_plan(job)
        finally:
            scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Do all that is due, one tick after the other: one would pass by what another has locked, and miss it."""
        async with self._turn:
            left = self._duties
            while left:
                left = await self._go_on(left)

    async def _go_on(self, duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
        """Do some of them; says which are left. Where one fails, each has a transaction of its own, and its turn."""
        try:
            return await uninterrupted(despite_collisions(lambda: self._do_some(duties)))
        except Exception as error:  # noqa: BLE001  which of them it was, and what there is to say of it, shows below
            log.info("each duty is done by itself: %s", without_contents(error))
        for duty in duties:
            await self._do_all(duty)
        return ()

    async def _do_some(self, duties: tuple[Duty, ...]) -> tuple[Duty, ...]:
        """Up to the first that finds something to do. Those that find nothing, as most do, share its transaction."""
        async with self._database.write() as session:
            for place, duty in enumerate(duties):
                if await duty(self._work(session)):
                    return duties[place:]
                if has_found(session):
                    return duties[place + 1 :]
        return ()

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
            return await duty(self._work(session))

    def _work(self, session: AsyncSession) -> Work:
        return Work(session, self._clock.now(), self._city, key=f"duty:{uuid4().hex}")


def has_found(session: AsyncSession) -> bool:
    """Whether a transaction has rows in hand, or has said something: then it had better end."""
    return bool(session.identity_map or session.new or queued(session))


async def _keep_to_plan(job: Job) -> None:
    """Look again and again, by a clock that nobody sets, whether the next tick is planned too far ahead."""
    while True:
        await asyncio.sleep(TICK_EVERY / LOOKS_IN_A_TICK)
        now = datetime.now(UTC)
        if job.next_run_time > now + timedelta(seconds=TICK_EVERY):
            log.warning("the machine's clock was set back, and the next tick comes at once")
            job.modify(next_run_time=now)
