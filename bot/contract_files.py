"""Files that were sent, outside of any long transaction: looked at in a read session, contracts staged by slices."""

import asyncio
import time

from sqlalchemy.ext.asyncio import AsyncSession

from domain.clock import Clock
from handlers.handling.city import City
from handlers.handling.work import Work
from handlers.importing import looking
from handlers.importing.looking import Finding, Forecast, Sheet
from handlers.importing.plan import looking as plan_looking
from handlers.importing.plan.looking import PlanSheet
from handlers.importing.slices import slices
from storage.database import Database
from storage.importing import staging
from storage.importing.staging import Slice
from storage.uninterrupted import uninterrupted

LEAST_PAUSE = 0.02
"""Seconds between two slices: another process on an SQLite file has to find the gap by trying."""


class ContractFiles:
    """Looks at them, and stages what is new in them; what becomes of that is another's."""

    def __init__(self, database: Database, clock: Clock, city: City) -> None:
        self._database, self._clock, self._city = database, clock, city

    async def look(self, content: bytes) -> Finding:
        """What taking the file in would do."""
        sheet = await looking.read(content)
        if not isinstance(sheet, Sheet | PlanSheet):
            return sheet
        async with self._database.read() as session:
            work = self._work(session)
            if isinstance(sheet, PlanSheet):
                return await plan_looking.forecast(work, sheet)
            return await looking.forecast(work, sheet)

    async def stage(self, looked: Forecast, *, begins_again: bool) -> int:
        """Write the new contracts where nobody looks, as long for the others as for itself; the staging's id."""
        async with self._database.read() as session:
            work = self._work(session)  # of which only the city and the moment are asked
        staging_id = await uninterrupted(self._begun())
        for some in slices(work, looked, begins_again=begins_again):
            began = time.monotonic()
            await uninterrupted(self._write(staging_id, some))
            await asyncio.sleep(max(LEAST_PAUSE, time.monotonic() - began))
        return staging_id

    async def _begun(self) -> int:
        async with self._database.write() as session:
            return await staging.begin(session, now=self._clock.now())

    async def _write(self, staging_id: int, some: Slice) -> None:
        async with self._database.write() as session:
            await staging.stage(session, staging_id, some)

    def _work(self, session: AsyncSession) -> Work:
        return Work(session, self._clock.now(), self._city, key="contract-file")
