"""A city that has been at it for years, with the whole bot in this process: its clock must stand at the city's day."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.demo.movable_clock import MovableClock
from bot.program import Program
from storage.database import Database
from tests.bench.api_server import ApiServer
from tests.bench.contestant import Contestant
from tests.bench.person import Person, Turn
from tests.city import MONDAY_MORNING, settings_for
from tests.scale.size import TELEGRAM_IDS_FROM

# It reports each tick that the end of the measuring cuts short.
logging.getLogger("apscheduler.executors.default").setLevel(logging.CRITICAL)

UNTIL_NOTED = 0.01
"""Seconds after an answer, in which what came of it is written down."""


@dataclass(frozen=True)
class Asker:
    """Somebody who asks for the same things over and over again.

    Attributes:
        person_id: Who.
        turns: What they say.
        measured: Of each turn, what the tables call it; nothing for what only leads on.
    """

    person_id: int
    turns: Sequence[Turn]
    measured: Sequence[str]


class GrownCity:
    """The running bot, and who asks."""

    def __init__(self, api: ApiServer, askers: Sequence[Asker]) -> None:
        self._askers = askers
        people = [Person(api, TELEGRAM_IDS_FROM + asker.person_id, asker.turns) for asker in askers]
        self._contestant = Contestant("grown city", api, people)

    async def asked(self) -> dict[str, list[float]]:
        """Let everybody say all they have to say, one thing at a time; the seconds that each answer took."""
        seen: dict[str, list[float]] = {}
        for asker, person in zip(self._askers, self._contestant.people, strict=True):
            for what in asker.measured:
                person.take(1)
                await self._contestant.come_to_rest()
                await asyncio.sleep(UNTIL_NOTED)
                if what:
                    seen.setdefault(what, []).append(person.waits[-1])
        return seen


@asynccontextmanager
async def a_grown_city(url: str, askers: Sequence[Asker]) -> AsyncIterator[GrownCity]:
    """The bot, running on that database."""
    api, database = ApiServer(), Database(url)
    async with api.serving() as address:
        settings = settings_for(url, address, rate=10_000.0, rate_chat=1_000.0)
        program = Program(settings, database, MovableClock(MONDAY_MORNING, stands_still=True))
        running = asyncio.create_task(program.run())
        try:
            yield GrownCity(api, askers)
        finally:
            running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await running
            await database.close()
