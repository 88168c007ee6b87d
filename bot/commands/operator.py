"""What every command needs of its operator: settings that can be read, and a database that is there."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from bot.commands import env_file
from bot.commands.database_fault import explained_database
from bot.commands.terminal import again, warn
from bot.commands.unknown_names import unknown_names
from bot.settings import Settings, UnusableSettingsError
from messages.terminal import said
from storage import revision
from storage.database import Database

Answer = TypeVar("Answer")


def settings() -> Settings:
    """The settings; what is wrong with them is said in plain words, a line each, and what nothing heeds too."""
    chosen = readable_settings()
    for line in unknown_names():
        warn(line)
    return chosen


def readable_settings() -> Settings:
    """The settings, without a word on what nothing heeds."""
    if unreadable := env_file.complaints():
        raise _unusable(unreadable)
    try:
        return Settings.read(encoding=env_file.encoding())
    except UnusableSettingsError as error:
        raise _unusable(error.explained) from error


def _unusable(lines: Sequence[str]) -> click.ClickException:
    return click.ClickException("\n".join([said("settings.unusable"), *lines]))


def require_database(chosen: Settings) -> None:
    """Make sure that the database is there and has had every migration."""
    with explaining_database(chosen):
        is_up_to_date = revision.is_up_to_date(chosen.database_url)
    if not is_up_to_date:
        raise click.ClickException(not_ready(chosen))


def not_ready(chosen: Settings) -> str:
    """That the database isn't there yet, or not of this version, and what to do about it."""
    url = make_url(chosen.database_url)
    file = Path(url.database or "").absolute()
    if url.get_backend_name() == "sqlite" and not file.parent.is_dir():
        return explained_database(FileNotFoundError(), chosen.database_url)
    if url.get_backend_name() == "sqlite" and not file.exists():
        return said("database.missing", file=file, command=again("migrate"))
    if revision.is_newer(chosen.database_url):
        return said("database.newer")
    return said("database.not_ready", command=again("migrate"))


@contextlib.contextmanager
def explaining_database(chosen: Settings) -> Iterator[None]:
    """Say in plain words why the database can't be used, and what to do."""
    try:
        yield
    except ConnectionError:
        raise  # not the database's: whoever read what is printed reads no more
    except (DBAPIError, OSError) as error:
        raise click.ClickException(explained_database(error, chosen.database_url)) from error


def with_database(chosen: Settings, ask: Callable[[Database], Awaitable[Answer]]) -> Answer:
    """Open the database, ask, close it."""

    async def asked() -> Answer:
        database = Database(chosen.database_url)
        try:
            return await ask(database)
        finally:
            await database.close()

    with explaining_database(chosen):
        return asyncio.run(asked())
