"""A small city for tests: the real bot, a stand-in for Telegram over real HTTP, and people who talk to it."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.demo.local_telegram import LocalTelegram
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from bot.demo.movable_clock import MovableClock
from bot.program import Program
from bot.settings import Settings
from domain.language import Language
from domain.role import Role
from domain.slot import Trade
from handlers.handling.work import Work
from storage import delivery, inbox, outbox
from storage.database import Database
from storage.importing import acceptance, fetching
from storage.people import supplier
from storage.people.person import Person, active_in_role
from storage.slots.alert_reader import AlertReader
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.empty_database import EmptyDatabase
from tests.glance import Glance

MONDAY_MORNING = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
"""08.30 in Stockholm, on a working day."""

QUIET_WITHIN = 20.0

SOON, SELDOM = 0.01, 0.1
"""Seconds between two looks whether all is done: at first, and in what takes long."""

LEASE_FOR = 5.0
"""Longer than a busy machine may stand still, or what is merely slow would be sent again; tests of leases end them."""

ONLY_WHEN_TOLD = 3_600.0
"""Seconds until the bot's own first tick: longer than any test, which would not know whether it has been."""

TOKEN = f"4711:made-up-{token_hex(8)}"
"""Of this run alone. A bot that another run has left behind may still ask at its port, which is a test's of this run
by now, and would confirm updates of which nobody has heard: they have the same numbers in every test."""

Answer = TypeVar("Answer")


class City:
    """Everyone, and the machinery; tests move the clock by hand."""

    def __init__(self, telegram: LocalTelegram, database: Database, clock: MovableClock, settings: Settings) -> None:
        self.telegram, self.database, self.clock, self.settings = telegram, database, clock, settings
        self.program = self._new_program()
        self.glance = Glance(settings.database_url)
        self._running: asyncio.Task[None] | None = None

    def _new_program(self) -> Program:
        return Program(
            self.settings,
            self.database,
            self.clock,
            lease_for=LEASE_FOR,
            hold_for=LEASE_FOR,
            clock_after=ONLY_WHEN_TOLD,
        )

    async def move_in(self) -> None:
        """Two suppliers, two matchers and a coordinator, already in."""
        async with self.database.write() as session:
            maleri = await self._founded(session, "Exempelmåleriet AB", Trade.PAINTING)
            park = await self._founded(session, "Påhittade Parker AB", Trade.GROUNDS)
            self.maleri = self._come_in(session, "Mira Holm", Role.SUPPLIER, company=maleri)
            self.park = self._come_in(session, "Sam Dahl", Role.SUPPLIER, company=park, language=Language.ENGLISH)
            self.matcher_a = self._come_in(session, "Anna Lind", Role.MATCHER)
            self.matcher_b = self._come_in(session, "Bashir Nur", Role.MATCHER)
            self.coordinator = self._come_in(session, "Karin Ek", Role.COORDINATOR)
            # They have been here for a while: else the first tick would tell both what is offered, in every test.
            for matcher in await active_in_role(session, Role.MATCHER):
                session.add(AlertReader(person_id=matcher.id))

    async def person(
        self,
        name: str,
        role: Role,
        *,
        company: str | None = None,
        trade: Trade | None = None,
        language: Language = Language.SWEDISH,
    ) -> Chat:
        """Somebody who came in before the test began."""
        async with self.database.write() as session:
            firm = await self._founded(session, company, trade) if company else None
            return self._come_in(session, name, role, company=firm, language=language)

    async def _founded(self, session: AsyncSession, name: str, trade: Trade | None) -> int:
        return (await supplier.found_or_created(session, name, now=self.clock.now(), trade=trade)).id

    def _come_in(
        self,
        session: AsyncSession,
        name: str,
        role: Role,
        *,
        company: int | None = None,
        language: Language = Language.SWEDISH,
    ) -> Chat:
        phone = self.telegram.add_phone(name.split(maxsplit=1)[0], language_code=language.value)
        phone.has_started = True
        session.add(
            Person(
                telegram_id=phone.user_id,
                name=name,
                role=role,
                supplier_id=company,
                language=language,
                joined_at=self.clock.now(),
            )
        )
        return Chat(self, phone)

    def stranger(self, *, language: str | None = "sv") -> Chat:
        """Somebody with Telegram and no invitation."""
        return Chat(self, self.telegram.add_phone("Okänd", language_code=language))

    def start(self) -> None:
        """Start the bot."""
        self._running = asyncio.create_task(self.program.run())

    async def slots(self) -> list[Slot]:
        """Every slot, in the order in which they were reported."""
        async with self.database.read() as session:
            return list((await session.scalars(select(Slot).order_by(Slot.id))).all())

    async def stop(self) -> None:
        """Stop the bot in good order, and look at its database no more."""
        self.glance.close()
        if self._running is not None:
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running
            self._running = None

    async def restart(self) -> None:
        """Stop, and start a new bot on the same database."""
        await self.stop()
        self.program = self._new_program()
        self.start()

    async def settled(self) -> None:
        """Wait until every update is handled and all that is due is sent."""
        await self.comes_to_rest(patience=QUIET_WITHIN)

    async def comes_to_rest(self, *, patience: float) -> None:
        """Wait as long as anything moves: on a busy machine with a slow disk that may be long, and proves nothing.

        What takes long is looked at more seldom, since each look takes time from the bot.
        """
        before, looked_at, look_after = None, time.monotonic(), SOON
        while await self.is_busy():
            await asyncio.sleep(look_after)
            look_after = min(look_after * 1.3, SELDOM)
            if time.monotonic() - looked_at > patience:
                now = await self.asks(inbox.count_by_state), await self.asks(outbox.count_by_state)
                assert now != before, f"nothing moves any more: {now}"
                before, looked_at = now, time.monotonic()

    async def is_busy(self) -> bool:
        """Whether anything is on its way."""
        if self.telegram.updates_waiting:
            return True
        seen = self.glance.is_under_way(self.clock.now())
        return await self.asks(self.is_under_way) if seen is None else seen

    async def is_under_way(self, session: AsyncSession) -> bool:
        """The same as the program asks: an update, a message, a file to fetch or to take in."""
        now = self.clock.now()
        if await inbox.is_waiting(session) or await delivery.is_due(session, now=now):
            return True
        return await fetching.is_due(session, now=now) or await acceptance.is_due(session, now=now)

    async def does_work(self, act: Callable[[Work], Awaitable[object]]) -> None:
        """Do in one transaction what an update or a duty would do, and wait until all that it says is said."""
        async with self.database.write() as session:
            await act(Work(session, self.clock.now(), self.program.city, key=f"test:{token_hex(8)}"))
        self.program.deliverer.wake()
        await self.settled()

    async def until(self, at: datetime) -> None:
        """Move the clock to that instant, do what is due, and wait."""
        await self.later(at - self.clock.now())

    async def later(self, by: timedelta) -> None:
        """Move the clock, do what is due, and wait."""
        self.clock.advance(by)
        await self.program.tick()
        await self.settled()

    async def asks(self, question: Callable[[AsyncSession], Awaitable[Answer]]) -> Answer:
        """Look something up in the database."""
        async with self.database.read() as session:
            return await question(session)


def settings_for(database_url: str, api: str, **more: Any) -> Settings:
    """A test city's settings; nothing from the machine leaks in. Pacing is tested by itself, and is out of the way."""
    values: dict[str, Any] = {
        "telegram_token": TOKEN,
        "telegram_api": api,
        "database_url": database_url,
        "rate": 1000.0,
        "rate_chat": 100.0,
        "timezone": "Europe/Stockholm",
        "language": Language.SWEDISH,
        "city": "Exempelstad",
        "contact": "040-628 04 00",
        "working_hours": "08:00-17:00",
        "closed_days": (),
    }
    return Settings(**(values | more))


@asynccontextmanager
async def a_city(folder: Path, empty_database: EmptyDatabase, **settings: Any) -> AsyncIterator[City]:
    """A city with everyone in and the bot running."""
    async with an_empty_city(folder, empty_database, **settings) as city:
        await city.move_in()
        city.start()
        yield city


@asynccontextmanager
async def an_empty_city(
    folder: Path, empty_database: EmptyDatabase, *, begins_at: datetime = MONDAY_MORNING, **settings: Any
) -> AsyncIterator[City]:
    """A city with nobody in, and the bot not running yet."""
    clock = MovableClock(begins_at, stands_still=True)
    telegram = LocalTelegram(token=TOKEN, now=clock.now)
    async with serving(bot_api(telegram), before_stopping=telegram.close) as api:
        chosen = settings_for(empty_database.copied(folder), api, **settings)
        database = Database(chosen.database_url)
        city = City(telegram, database, clock, chosen)
        try:
            yield city
        finally:
            await city.stop()
            await database.close()
