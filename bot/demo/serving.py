"""Put the demo together: a stand-in for Telegram, the real bot and the page, all on this computer."""

import asyncio
import contextlib
import errno
import secrets
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from bot.demo import sample_city
from bot.demo.local_telegram import LocalTelegram
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from bot.demo.movable_clock import MovableClock
from bot.demo.page_server import page_routes
from bot.demo.running_city import RunningCity
from bot.program import Program
from bot.settings import Settings
from bot.working_calendar import working_hours
from domain.language import Language
from domain.working_hours import WorkingHours
from storage import migration
from storage.database import Database

BEGINS_AT = time(8, 30)


class PortTakenError(OSError):
    """Something else listens on the port already."""


async def serve(*, port: int, tell: Callable[[str], None]) -> None:
    """Serve the demo until cancelled; `tell` gets the address when everybody is in."""
    async with demo(port=port) as (address, _city):
        tell(address)
        await asyncio.Event().wait()


@asynccontextmanager
async def demo(
    *, port: int = 0, begins_at: datetime | None = None, prepare: Callable[[str], None] = migration.upgrade
) -> AsyncIterator[tuple[str, RunningCity]]:
    """The whole demo on 127.0.0.1: the page's address, and the city. Nothing of it is kept.

    Begins on the morning of the next working day, or at the instant given. `prepare` makes its database, at an address.
    Raises PortTakenError.
    """
    with tempfile.TemporaryDirectory(prefix="steget-demo-") as folder:
        settings = _settings(Path(folder))
        prepare(settings.database_url)
        clock = MovableClock(begins_at or _next_morning(datetime.now(UTC), working_hours(settings)))
        telegram = LocalTelegram(token=settings.token, now=clock.now)
        async with serving(bot_api(telegram), before_stopping=telegram.close) as api:
            settings = replace(settings, telegram_api=api)
            async with (
                _city_at_work(settings, clock, telegram) as (city, stop),
                # The bot stops first: a page that closes ends every stream, and would cut the bot's long poll.
                _page_open(city, port, before_stopping=stop) as address,
            ):
                yield address, city


@asynccontextmanager
async def _city_at_work(
    settings: Settings, clock: MovableClock, telegram: LocalTelegram
) -> AsyncIterator[tuple[RunningCity, Callable[[], Awaitable[None]]]]:
    database = Database(settings.database_url)
    program = Program(settings, database, clock)
    running = asyncio.create_task(program.run())
    city = RunningCity(settings, program, database, clock, telegram)

    async def stop() -> None:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        await telegram.close()

    try:
        await city.move_in()
        yield city, stop
    finally:
        await stop()
        await database.close()


@asynccontextmanager
async def _page_open(
    city: RunningCity, port: int, *, before_stopping: Callable[[], Awaitable[None]]
) -> AsyncIterator[str]:
    # A page elsewhere could name a host of its own that leads here; only this computer's names are let in.
    guard = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
    try:
        async with serving(
            Starlette(routes=page_routes(city), middleware=[guard]), port=port, before_stopping=before_stopping
        ) as address:
            yield address
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise PortTakenError(error.errno, error.strerror) from error


def _settings(folder: Path) -> Settings:
    """The demo's own settings; nothing that the operator has set leaks in."""
    return Settings(
        telegram_token=f"{secrets.randbelow(10**10)}:{secrets.token_urlsafe(26)}",
        telegram_api="http://127.0.0.1",
        database_url=f"sqlite:///{folder / 'demo.sqlite'}",
        rate=30.0,
        # Faster than Telegram allows: nobody waits here for a day to pass.
        rate_chat=10.0,
        timezone="Europe/Stockholm",
        language=Language.SWEDISH,
        city=sample_city.NAME,
        contact=sample_city.CONTACT,
        working_hours="08:00-17:00",
        closed_days=(),
    )


def _next_morning(now: datetime, hours: WorkingHours) -> datetime:
    today = hours.local(now).date()
    day = today if hours.is_working_day(today) else hours.next_working_day(today)
    return datetime.combine(day, BEGINS_AT, tzinfo=hours.zone).astimezone(UTC)
