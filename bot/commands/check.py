"""`steget check`: whether everything is in place to run."""

import asyncio
import shlex
import sys
from collections.abc import Iterator, Sequence

from sqlalchemy import URL, make_url
from sqlalchemy.exc import DBAPIError
from telegram.error import TelegramError

from bot.commands import env_file
from bot.commands.database_fault import explained_database
from bot.commands.introduction import introduced
from bot.commands.operator import not_ready, readable_settings
from bot.commands.terminal import say, spoken
from bot.commands.unknown_names import unknown_names
from bot.commands.unreached import explained_failure
from bot.settings import ENV_FILE, Settings
from messages.terminal import said
from storage import revision
from storage.demands import unmet_demands
from storage.private_file import readable_by_others

ASK_FOR = 10.0
"""Seconds that Telegram may take to say who the bot is."""

Finding = tuple[bool, str]
"""Whether it is good, and what it is."""


@spoken("check")
def command() -> None:
    """Say whether everything is in place to run: settings, database, Telegram."""
    chosen = readable_settings()
    findings = list(_findings(chosen))
    sys.exit(0 if all(findings) else 1)


def _findings(chosen: Settings) -> Iterator[bool]:
    """Look at each thing and say at once what was found, since to ask Telegram may take its time."""
    yield _told((True, _settings()))
    for line in unknown_names():
        yield _told((False, line))
    for finding in _database(chosen):
        yield _told(finding)
    yield _told(_telegram(chosen))
    yield _told(_contact(chosen))


def _told(finding: Finding) -> bool:
    """Its further lines stand below its first."""
    is_good, words = finding
    say("check.good" if is_good else "check.bad", finding=words.replace("\n", "\n      "))
    return is_good


def _settings() -> str:
    if env_file.is_there():
        return said("check.settings_from", file=ENV_FILE.resolve())
    return said("check.settings") + "\n" + env_file.how_to_make_one()


def _database(chosen: Settings) -> Sequence[Finding]:
    try:
        is_ready = revision.is_up_to_date(chosen.database_url)
    except (DBAPIError, OSError) as error:
        return [(False, explained_database(error, chosen.database_url))]
    if not is_ready:
        return [(False, not_ready(chosen))]
    url = make_url(chosen.database_url)
    closer = _of_file(url) if url.get_backend_name() == "sqlite" else _of_address(url)
    return [(True, said("database.ready")), *closer]


def _of_file(url: URL) -> Sequence[Finding]:
    open_files = [shlex.quote(str(file.absolute())) for file in readable_by_others(url)]
    return [(False, said("check.readable_by_others", file=file)) for file in open_files]


def _of_address(url: URL) -> Sequence[Finding]:
    return [(False, said("check.unmet_demand", demand=demand)) for demand in unmet_demands(url)]


def _telegram(chosen: Settings) -> Finding:
    if chosen.telegram_token is None:
        return False, said("telegram.no_token")
    try:
        name = asyncio.run(introduced(chosen, within=ASK_FOR))
    except (TelegramError, TimeoutError) as error:
        return False, explained_failure(error, chosen, seconds=ASK_FOR)
    return True, said("telegram.known", name=name)


def _contact(chosen: Settings) -> Finding:
    unset = Settings()
    is_set = chosen.contact != unset.contact and chosen.city != unset.city
    return is_set, said("check.speaks", city=chosen.city) if is_set else said("check.nobody")
