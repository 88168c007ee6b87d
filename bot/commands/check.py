"""`steget check`: whether everything is in place to run."""

import asyncio
import sys

import click
from sqlalchemy.exc import DBAPIError

from bot.commands.database_fault import explained_database
from bot.commands.introduction import introduced
from bot.commands.operator import settings
from bot.settings import Settings
from storage import revision


@click.command("check")
def command() -> None:
    """Say whether everything is in place to run: settings, database, Telegram."""
    chosen = settings()
    findings = [(True, "The settings can be read."), _database(chosen), _telegram(chosen), _contact(chosen)]
    for is_good, finding in findings:
        click.echo(f"{'ok   ' if is_good else 'MEND '} {finding}")
    sys.exit(0 if all(is_good for is_good, _ in findings) else 1)


def _database(chosen: Settings) -> tuple[bool, str]:
    try:
        is_ready = revision.is_up_to_date(chosen.database_url)
    except DBAPIError as error:
        return False, explained_database(error)
    return is_ready, "The database is ready." if is_ready else "The database is not ready. Run: steget migrate"


def _telegram(chosen: Settings) -> tuple[bool, str]:
    if chosen.telegram_token is None:
        return False, "STEGET_TELEGRAM_TOKEN is not set. @BotFather in Telegram gives you one."
    name = asyncio.run(introduced(chosen))
    if name is None:
        return False, "Telegram does not know the token, or can't be reached from here."
    return True, f"Telegram knows the bot as @{name}."


def _contact(chosen: Settings) -> tuple[bool, str]:
    is_set = "contact" in chosen.model_fields_set and "city" in chosen.model_fields_set
    if is_set:
        return True, f"The bot speaks for {chosen.city}."
    return False, "STEGET_CITY and STEGET_CONTACT are not set: people could not tell whom they talk to."
