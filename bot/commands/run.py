"""`steget run`: the bot itself."""

import gc
import math
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import make_url
from sqlalchemy.engine import URL
from telegram import User
from telegram.error import InvalidToken

from bot.commands import env_file
from bot.commands.file_lock import AlreadyRunningError, only_one
from bot.commands.operator import explaining_database, require_database, settings
from bot.commands.stopping import until_stopped
from bot.commands.terminal import Refusal, again, say, spoken
from bot.delivery.deliverer import ALL_OUT_WITHIN
from bot.logs import begin_logging
from bot.program import Program
from bot.settings import MissingTokenError, Settings
from domain.clock import SystemClock
from messages.terminal import said
from storage.database import Database

SEARCHES = (700, 10, 100)
"""How often garbage is searched for. All that is there is searched ten times more seldom than Python would: that takes
20 to 40 ms, everybody waits meanwhile, and it finds hardly anything that the smaller searches have left."""

LONGEST_END = 5.0
"""Seconds beyond those in which everything is out, for what comes back to be noted and connections to be closed."""


@spoken("run")
def command() -> None:
    """Run the bot with the settings in .env."""
    chosen = settings()
    try:
        token = chosen.token
    except MissingTokenError as error:
        remedy = "" if env_file.is_there() else env_file.how_to_make_one()
        raise Refusal("run.no_token", remedy=remedy, command=again("demo")) from error
    require_database(chosen)
    begin_logging(token, ZoneInfo(chosen.timezone))
    # What is loaded by now stays as long as the bot runs; nobody waits while it is searched for garbage.
    gc.freeze()
    gc.set_threshold(*SEARCHES)
    try:
        with explaining_database(chosen), only_one(chosen.database_url):
            _say_who_begins(chosen)
            until_stopped(
                _run(chosen),
                stopping=said("run.stopping", seconds=math.ceil(ALL_OUT_WITHIN)),
                stopped=said("run.stopped"),
                at_once=said("run.stopped_at_once"),
                at_most=ALL_OUT_WITHIN + LONGEST_END,
            )
    except AlreadyRunningError as error:
        raise Refusal("run.already", file=error) from error
    except InvalidToken as error:
        raise Refusal("telegram.unknown") from error


def _say_who_begins(chosen: Settings) -> None:
    say("run.begins", version=version("steget"), city=chosen.city, database=_named(make_url(chosen.database_url)))


def _named(database: URL) -> str:
    """A file by its whole path, since it is looked for from where somebody stands; never the password."""
    if database.get_backend_name() == "sqlite":
        return str(Path(database.database or "").absolute())
    return database.set(drivername="postgresql").render_as_string(hide_password=True)


def _say_who_it_is(me: User) -> None:
    say("run.polls", name=me.username)


async def _run(chosen: Settings) -> None:
    database = Database(chosen.database_url)
    try:
        await Program(chosen, database, SystemClock(), tell=_say_who_it_is).run()
    finally:
        await database.close()
