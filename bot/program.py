"""The bot put together: the same for `steget run`, for the demo and for the tests, but for the clock."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from telegram import User
from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application

from bot import working_calendar
from bot.city_settings import city_of, way_of
from bot.delivery.deliverer import LEASE_FOR, Deliverer
from bot.dispatch import Dispatch
from bot.fetching import Fetcher
from bot.handing_over import HandingOver
from bot.intake import Intake
from bot.plain_bot import PlainBot
from bot.request import AiohttpRequest
from bot.roles import HOLD_FOR, Player
from bot.schedule import Schedule
from bot.settings import Settings
from bot.silent_bot import silent_bot
from bot.taking_in import TakingIn
from bot.wakeup import Listener
from domain.clock import Clock
from handlers.handling.work import Work
from handlers.people.describing import describe
from handlers.registry import DUTIES, SEALING
from handlers.telegram_handlers import register
from storage.database import Database
from storage.lease import ProcessRole
from storage.wakeup import Queued

log = logging.getLogger(__name__)

WORKERS_ON_POSTGRESQL = 4
BETWEEN_GREETINGS = 5.0
"""Seconds between tries to reach Telegram at the start."""

CLOCK_AFTER = 1.0
"""Seconds from the start until the clock begins: whoever has written meanwhile is answered first."""


class Program:
    """One process of the bot. Whoever wants to know who it is, once Telegram has said so, hands over `tell`."""

    def __init__(  # noqa: PLR0913  two instants that tests shorten, and one that they put off
        self,
        settings: Settings,
        database: Database,
        clock: Clock,
        *,
        lease_for: float = LEASE_FOR,
        hold_for: float = HOLD_FOR,
        clock_after: float = CLOCK_AFTER,
        tell: Callable[[User], None] | None = None,
    ) -> None:
        self._settings, self._database, self._clock, self._tell = settings, database, clock, tell
        self._clock_after = clock_after
        self.city = city_of(settings)
        self._way = way_of(settings)
        self._request = AiohttpRequest(self._way)
        self._bot = PlainBot(
            settings.token,
            base_url=f"{settings.telegram_api}/bot",
            base_file_url=f"{settings.telegram_api}/file/bot",
            request=self._request,
            get_updates_request=self._request,
        )
        self._player = Player(database, hold_for=hold_for, reached_at=lambda: self._way.reached_at)
        self.deliverer = Deliverer(
            database,
            self._bot,
            clock,
            self.city,
            rate=settings.rate,
            rate_chat=settings.rate_chat,
            lease_for=lease_for,
            is_its_role=lambda: self._player.holds(ProcessRole.DELIVERER),
        )
        self.fetcher = Fetcher(database, self._bot, self._request, clock, self.city)
        self.taking_in = TakingIn(database, clock, self.city)
        self._duties = Schedule(database, clock, self.city, DUTIES)
        self._sealing = Schedule(database, clock, self.city, SEALING)
        database.when_queued(Queued.MESSAGE, self.deliverer.wake)
        database.when_queued(Queued.FILE, self._wake_for_files)

    async def run(self) -> None:
        """Run until cancelled. Raises InvalidToken where Telegram knows no bot by the token."""
        try:
            application = await self._application(await self._greeted())
            await self._play(application)
        finally:
            # Not the bot's own shutdown: that does nothing where the start was cut short, and leaves connections.
            await self._request.shutdown()

    async def introduce(self) -> None:
        """Queue what Telegram shows of the bot to whoever has not pressed Start yet; that is sent where it is new."""
        async with self._database.write() as session:
            await describe(Work(session, self._clock.now(), self.city, key="introduction"))

    async def tick(self) -> None:
        """Do all that is due, now: what the demo and the tests do after they have moved the clock."""
        await self._duties.tick()
        await self._sealing.tick()
        self._wake()

    async def _greeted(self) -> User:
        """Who the bot is, by Telegram's word; asked until there is an answer."""
        while True:
            try:
                await self._bot.initialize()
            except InvalidToken:
                raise
            except TelegramError as error:
                log.warning("Telegram can't be reached yet, and will be tried again: %s", error)
                await asyncio.sleep(BETWEEN_GREETINGS)
            else:
                if self._tell is not None:
                    self._tell(self._bot.bot)
                return self._bot.bot

    async def _application(self, me: User) -> Application[Any, Any, Any, Any, Any, Any]:
        application = Application.builder().bot(silent_bot(me)).updater(None).job_queue(None).build()
        register(application)
        await application.initialize()
        return application

    async def _play(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Every part at once. When one ends for good, which none should, all end, and the operator restarts."""
        dispatch = Dispatch(
            self._database,
            HandingOver(application, self._clock, self.city),
            self.deliverer,
            self._clock,
            workers=1 if self._database.is_sqlite else WORKERS_ON_POSTGRESQL,
        )
        self._database.when_queued(Queued.UPDATE, dispatch.wake)
        intake = Intake(dispatch, self._bot, api=self._settings.telegram_api, way=self._way)
        async with asyncio.TaskGroup() as parts:
            parts.create_task(dispatch.run())
            if not self._database.is_sqlite:
                parts.create_task(Listener(self._database).run())
            parts.create_task(self._player.play(ProcessRole.DELIVERER, self.deliverer.run))
            parts.create_task(self._player.play(ProcessRole.FETCHER, self._deal_with_files))
            parts.create_task(self._player.play(ProcessRole.POLLER, intake.run))
            parts.create_task(self._keep_time())

    async def _deal_with_files(self, fencing_token: int) -> None:
        """Fetch some while others are taken in: a slow download holds up nobody who has said yes."""
        async with asyncio.TaskGroup() as both:
            both.create_task(self.fetcher.run(fencing_token))
            both.create_task(self.taking_in.run())

    async def _keep_time(self) -> None:
        """What the clock does. Its first tick asks for the holidays: they are looked up before, beside the others."""
        await asyncio.sleep(self._clock_after)
        await working_calendar.have_at_hand(self.city.today(self._clock.now()))
        async with asyncio.TaskGroup() as both:
            both.create_task(self._player.play(ProcessRole.SCHEDULER, self._do_duties))
            both.create_task(self._player.play(ProcessRole.SEALER, self._sealing.run))

    async def _do_duties(self, fencing_token: int) -> None:
        await self.introduce()
        await self._duties.run(fencing_token)

    def _wake(self) -> None:
        """Wake whoever does something about what is due now that the clock was moved."""
        self.deliverer.wake()
        self._wake_for_files()

    def _wake_for_files(self) -> None:
        self.fetcher.wake()
        self.taking_in.wake()
