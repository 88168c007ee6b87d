"""The settings, from the environment or a `.env` file; each is listed with comments in `.env.example`.

What is wrong with one is said by the table `setting` of `messages/*/terminal.toml`.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import field, fields
from datetime import date
from pathlib import Path
from typing import Any, Self

from dotenv import dotenv_values

from bot.setting import READ, UnusableError
from domain.frozen import frozen
from domain.ladder import USUAL, Ladder
from domain.language import Language
from domain.obligation import Rung
from domain.pattern import Pattern
from messages.terminal import said

BEGINNING = "STEGET_"
"""Of each variable's name."""

ENV_FILE = Path(".env")
OFFICIAL_API = "https://api.telegram.org"

QUOTES = ("''", '""', "“”", "””", "‘’", "’’")
"""Those that people, word processors and other readers of `.env` files leave around a value."""


@frozen(kw_only=True)
class Settings:
    """What an operator can set.

    Attributes:
        proxy: Through which every request to Telegram goes; a secret, since it may hold a password.
        rate: Messages a second, to everyone together; one of them is kept for answers.
        rate_chat: Messages a second to one chat, on average.
        reminder_days: Working days from the due day, negative before it; None leaves the rung out. So are the next two.
        coordinator_days: The top can't be left out, or a promise could be forgotten by all.
    """

    telegram_token: str | None = field(default=None, repr=False)
    telegram_api: str = OFFICIAL_API
    proxy: str | None = field(default=None, repr=False)
    database_url: str = field(default="sqlite:///steget.sqlite", repr=False)
    rate: float = 30.0
    rate_chat: float = 1.0
    timezone: str = "Europe/Stockholm"
    language: Language = Language.SWEDISH
    city: str = "Kommunen"
    contact: str = "den du brukar prata med på kommunen"
    working_hours: str = "08:00-17:00"
    closed_days: tuple[date, ...] = ()
    reminder_days: int | None = USUAL[Rung.REMINDER]
    nudge_days: int | None = USUAL[Rung.NUDGE]
    second_contact_days: int | None = USUAL[Rung.SECOND_CONTACT]
    coordinator_days: int = USUAL[Rung.COORDINATOR]

    @classmethod
    def read(cls, *, encoding: str = "utf-8") -> Self:
        """As the environment says, and, of what it leaves unset, the file `.env` of the working folder.

        Raises UnusableSettingsError.
        """
        chosen = cls(**_values(_ours(dotenv_values(ENV_FILE, encoding=encoding)) | _ours(os.environ)))
        days = list(chosen.ladder.days.values())
        if days != sorted(set(days)):
            # Where several together are wrong, the words name them.
            raise UnusableSettingsError([said("setting.ladder")])
        return chosen

    @property
    def ladder(self) -> Ladder:
        """Who hears when of an obligation that is not fulfilled."""
        days = {
            Rung.REMINDER: self.reminder_days,
            Rung.NUDGE: self.nudge_days,
            Rung.SECOND_CONTACT: self.second_contact_days,
            Rung.COORDINATOR: self.coordinator_days,
        }
        return Ladder({rung: after for rung, after in days.items() if after is not None})

    @property
    def token(self) -> str:
        """The bot's token. Raises MissingTokenError where none is set."""
        if self.telegram_token is None:
            raise MissingTokenError
        return self.telegram_token


class MissingTokenError(Exception):
    """No token is set, and without one Telegram lets no bot in."""


class UnusableSettingsError(Exception):
    """Some settings can't be used.

    Attributes:
        explained: A line for each: its name, what is wanted, and what is there, if that is no secret.
    """

    def __init__(self, explained: Sequence[str]) -> None:
        super().__init__("\n".join(explained))
        self.explained = explained


VARIABLES = {each.name: f"{BEGINNING}{each.name.upper()}" for each in fields(Settings)}
"""What each setting is called outside, by its field."""


def _ours(variables: Mapping[str, str | None]) -> dict[str, str]:
    """Those that set a field, by its name. Capitals make no difference to whoever wrote them, and empty is not set."""
    named = {name.upper(): value for name, value in variables.items() if value}
    bare = {name: _bare(named[outside]) for name, outside in VARIABLES.items() if outside in named}
    return {name: value for name, value in bare.items() if value}


def _bare(value: str) -> str:
    """A value without what stands around it: white space, and one pair of quotation marks.

    Not every reader of a file of variables takes its quotation marks away.
    """
    tidied = value.strip()
    is_quoted = len(tidied) > 1 and tidied[0] + tidied[-1] in QUOTES
    return tidied[1:-1].strip() if is_quoted else tidied


def _values(written: Mapping[str, str]) -> dict[str, Any]:
    """Each as a value of its type. Raises UnusableSettingsError, with all that are wrong."""
    values: dict[str, Any] = {}
    wrong = []
    for name in (name for name in VARIABLES if name in written):
        try:
            values[name] = READ[name](written[name])
        except ValueError as error:
            wrong.append(_explained(name, written[name], error))
    if wrong:
        raise UnusableSettingsError(wrong)
    return values


SECRET = ("telegram_token", "database_url", "proxy")
LONGEST_SHOWN = 60
LIKE_A_SECRET = Pattern(r"\d{6,}:|://[^/]*@")
"""Somebody may have put a secret where none belongs."""


def _explained(name: str, written: str, error: ValueError) -> str:
    key, given = (error.key, error.part or written) if isinstance(error, UnusableError) else ("", written)
    words = said(f"setting.{key or name}")
    if _may_be_shown(name, given):
        words = said("settings.given", words=words, given=given)
    return f"{VARIABLES[name]}: {words}"


def _may_be_shown(name: str, given: str) -> bool:
    return name not in SECRET and len(given) <= LONGEST_SHOWN and not LIKE_A_SECRET.search(given)
