"""Take in the files whose senders have said yes: one process at a time, in slices that let everyone else through."""

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import uuid4

from bot.collision import despite_collisions
from bot.contract_files import ContractFiles
from bot.logs import without_contents
from bot.rounds import Rounds
from domain.clock import Clock
from handlers.handling.city import City
from handlers.handling.work import Work
from handlers.importing import accepted
from handlers.importing.applying import ChangedMeanwhileError
from handlers.importing.looking import Forecast
from handlers.importing.plan.looking import PlanForecast
from storage.database import Database
from storage.importing import acceptance, sent_file
from storage.importing.acceptance import Acceptance
from storage.trouble import is_trouble
from storage.uninterrupted import uninterrupted

log = logging.getLogger(__name__)

MOST_TRIES = 5
TRY_AGAIN_AFTER = timedelta(seconds=5)


class TakingIn:
    """Takes in what is accepted. `wake` it after every commit in which somebody may have said yes."""

    def __init__(self, database: Database, clock: Clock, city: City) -> None:
        self._database, self._clock, self._city = database, clock, city
        self._files = ContractFiles(database, clock, city)
        self._rounds = Rounds()

    def wake(self) -> None:
        """Somebody may have said yes."""
        self._rounds.wake()

    async def run(self) -> None:
        """Take in until cancelled. What is half staged then is begun again, by whoever comes next."""
        await self._rounds.run(self._take_in_next)

    async def _take_in_next(self) -> bool:
        """Try one file; False when none waits."""
        this = await uninterrupted(self._begun())
        if this is None:
            return False
        try:
            await self._try(this)
        except ChangedMeanwhileError:
            await self._in_work(this, lambda work: acceptance.try_again(work.session, this, at=work.now))
        except Exception as error:
            if is_trouble(error):
                raise
            log.exception("file %s could not be taken in", this.file_id, exc_info=without_contents(error))
            later = self._clock.now() + TRY_AGAIN_AFTER
            await self._in_work(this, lambda work: acceptance.try_again(work.session, this, at=later))
        return True

    async def _begun(self) -> Acceptance | None:
        """Look first, since to look costs the writers nothing, and mostly nobody has said yes."""
        async with self._database.read() as session:
            if not await acceptance.is_due(session, now=self._clock.now()):
                return None
        async with self._database.write() as session:
            return await acceptance.begin_next(session, now=self._clock.now())

    async def _try(self, this: Acceptance) -> None:
        """Look at it as it would be now. Only what its sender has said yes to is taken in."""
        async with self._database.read() as session:
            sent = await sent_file.find(session, this.file_id)
        if this.number > MOST_TRIES or sent is None or sent.content is None:
            await self._in_work(this, lambda work: accepted.give_up(work, this))
            return
        found = await self._files.look(sent.content)
        if not isinstance(found, Forecast | PlanForecast) or found.mark != this.mark:
            await self._in_work(this, lambda work: accepted.show_anew(work, this, found))
            return
        if isinstance(found, PlanForecast):
            await self._in_work(this, lambda work: accepted.put_plan_in(work, this, found))
            return
        staging_id = await self._files.stage(found, begins_again=this.begins_again)
        await self._in_work(this, lambda work: accepted.put_in(work, this, found, staging_id))

    async def _in_work(self, this: Acceptance, act: Callable[[Work], Awaitable[object]]) -> None:
        await uninterrupted(despite_collisions(lambda: self._done(this, act)))

    async def _done(self, this: Acceptance, act: Callable[[Work], Awaitable[object]]) -> None:
        async with self._database.write() as session:
            await act(Work(session, self._clock.now(), self._city, key=f"file:{this.file_id}:{uuid4().hex[:8]}"))
