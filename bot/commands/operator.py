"""What every command needs of its operator: settings that can be read, and a database that is there."""

import asyncio
import contextlib
import signal
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from typing import Any, TypeVar

import click
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

from bot.commands.database_fault import explained_database
from bot.settings import Settings, explained
from storage import revision
from storage.database import Database

Answer = TypeVar("Answer")


def settings() -> Settings:
    """The settings; what is wrong with them is said in plain words, a line each."""
    try:
        return Settings()
    except ValidationError as error:
        raise click.ClickException("\n".join(["Some settings can't be used.", *explained(error)])) from error


def require_database(chosen: Settings) -> None:
    """Make sure that the database is there and has had every migration."""
    with explaining_database():
        is_up_to_date = revision.is_up_to_date(chosen.database_url)
    if not is_up_to_date:
        raise click.ClickException("The database is not ready for this version. Run first: steget migrate")


@contextlib.contextmanager
def explaining_database() -> Iterator[None]:
    """Say in plain words why the database can't be used."""
    try:
        yield
    except DBAPIError as error:
        raise click.ClickException(explained_database(error)) from error


def with_database(chosen: Settings, ask: Callable[[Database], Awaitable[Answer]]) -> Answer:
    """Open the database, ask, close it."""

    async def asked() -> Answer:
        database = Database(chosen.database_url)
        try:
            return await ask(database)
        finally:
            await database.close()

    with explaining_database():
        return asyncio.run(asked())


def until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Run until it ends, or until the operator or the system asks it to stop; then let it end in good order."""

    async def stoppable() -> None:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        for asked in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(asked, task.cancel)
        with contextlib.suppress(asyncio.CancelledError):
            await task

    asyncio.run(stoppable())
