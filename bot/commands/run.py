"""`steget run`: the bot itself."""

import gc

import click
from telegram.error import InvalidToken

from bot.commands.file_lock import AlreadyRunningError, only_one
from bot.commands.operator import require_database, settings, until_stopped
from bot.logs import begin_logging
from bot.program import Program
from bot.settings import MissingTokenError, Settings
from domain.clock import SystemClock
from storage.database import Database

NOT_YET_KNOWN = (
    "STEGET_TELEGRAM_TOKEN is not set. Talk to @BotFather in Telegram, send /newbot, and put the token that you get "
    "into .env (see .env.example). To look around without one: steget demo"
)


@click.command("run")
def command() -> None:
    """Run the bot with the settings in .env."""
    chosen = settings()
    try:
        token = chosen.token
    except MissingTokenError as error:
        raise click.ClickException(NOT_YET_KNOWN) from error
    require_database(chosen)
    begin_logging(token)
    # What is loaded by now stays as long as the bot runs; nobody waits while it is searched for garbage.
    gc.freeze()
    try:
        with only_one(chosen.database_url):
            until_stopped(_run(chosen))
    except AlreadyRunningError as error:
        raise click.ClickException(
            f"Steget runs already on {error}. Stop that process first, or give this one another STEGET_DATABASE_URL."
        ) from error
    except InvalidToken as error:
        raise click.ClickException(
            "Telegram knows no bot by STEGET_TELEGRAM_TOKEN. Copy the token from @BotFather once more."
        ) from error


async def _run(chosen: Settings) -> None:
    database = Database(chosen.database_url)
    try:
        program = Program(chosen, database, SystemClock())
        await program.introduce()
        await program.run()
    finally:
        await database.close()
