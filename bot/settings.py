"""The settings, from the environment or a `.env` file; each is listed with comments in `.env.example`.

What is wrong with one is said by the table `setting` of `messages/*/terminal.toml`: by the field's own name, or by that
which `unusable` gives.
"""

import os
import re
from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dotenv import dotenv_values
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from domain.ladder import USUAL, Ladder
from domain.language import Language
from domain.obligation import Rung
from messages.terminal import said

BEGINNING = "STEGET_"
"""Of each variable's name."""

ENV_FILE = Path(".env")
OFFICIAL_API = "https://api.telegram.org"

NO_SUCH_RUNG = ("off", "av")
MOST_DAYS = 60

QUOTES = ("''", '""', "“”", "””", "‘’", "’’")
"""Those that people, word processors and other readers of `.env` files leave around a value."""

OURS = "unusable"
"""The sort of mistake that names its own words, among those that pydantic finds."""


def unusable(key: str) -> PydanticCustomError:
    """A mistake, by the key of its words."""
    return PydanticCustomError(OURS, key)


def _days(value: object) -> int:
    """Working days from the due day, as an operator may write them."""
    days = int(str(value))
    if abs(days) > MOST_DAYS:
        raise ValueError
    return days


def _days_or_off(value: object) -> int | None:
    return None if value is None or str(value).strip().lower() in NO_SUCH_RUNG else _days(value)


TopDays = Annotated[int, BeforeValidator(_days)]
RungDays = Annotated[int | None, BeforeValidator(_days_or_off)]


class Settings(BaseModel):
    """What an operator can set. Empty values count as not set."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    telegram_token: SecretStr | None = None
    telegram_api: str = OFFICIAL_API
    proxy: SecretStr | None = None
    """Through which every request to Telegram goes; a secret, since it may hold a password."""
    database_url: str = "sqlite:///steget.sqlite"
    rate: Annotated[float, Field(gt=1, le=10_000)] = 30.0
    """Messages a second, to everyone together; one of them is kept for answers."""
    rate_chat: Annotated[float, Field(gt=0, le=1000)] = 1.0
    """Messages a second to one chat, on average."""
    timezone: str = "Europe/Stockholm"
    language: Language = Language.SWEDISH
    city: str = "Kommunen"
    contact: str = "den du brukar prata med på kommunen"
    working_hours: str = "08:00-17:00"
    closed_days: tuple[date, ...] = ()
    reminder_days: RungDays = USUAL[Rung.REMINDER]
    """Working days from the due day, negative before it; None leaves the rung out. So are the next three."""
    nudge_days: RungDays = USUAL[Rung.NUDGE]
    second_contact_days: RungDays = USUAL[Rung.SECOND_CONTACT]
    coordinator_days: TopDays = USUAL[Rung.COORDINATOR]
    """The top can't be left out, or a promise could be forgotten by all."""

    @classmethod
    def read(cls, *, encoding: str = "utf-8") -> Self:
        """As the environment says, and, of what it leaves unset, the file `.env` of the working folder.

        Raises pydantic's ValidationError, for `explained`.
        """
        return cls.model_validate(_ours(dotenv_values(ENV_FILE, encoding=encoding)) | _ours(os.environ))

    @model_validator(mode="before")
    @classmethod
    def _without_quotes(cls, values: Any) -> Any:
        """Not every reader of a file of variables takes its quotation marks away; what is empty inside is not set."""
        if not isinstance(values, dict):
            return values
        bare = {name: _bare(value) if isinstance(value, str) else value for name, value in values.items()}
        return {name: value for name, value in bare.items() if value != ""}

    @field_validator("telegram_token")
    @classmethod
    def _like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.fullmatch(r"\d+:[\w-]+", value.get_secret_value(), re.ASCII):
            raise unusable("telegram_token")
        return value

    @field_validator("proxy")
    @classmethod
    def _known_proxy(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _is_proxy(value.get_secret_value()):
            raise unusable("proxy")
        return value

    @field_validator("closed_days", mode="before")
    @classmethod
    def _separated_by_commas(cls, value: object) -> object:
        return [day.strip() for day in value.split(",") if day.strip()] if isinstance(value, str) else value

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise unusable("timezone") from error
        return value

    @field_validator("working_hours")
    @classmethod
    def _from_and_to(cls, value: str) -> str:
        try:
            opens, closes = map(time.fromisoformat, value.split("-"))
        except ValueError as error:
            raise unusable("working_hours") from error
        if opens >= closes:
            raise unusable("opens_before_closes")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if value.startswith("sqlite:///"):
            if value.removeprefix("sqlite:///") in NO_FILE:
                raise unusable("database_file")
            return value
        return _postgresql(value)

    @field_validator("telegram_api")
    @classmethod
    def _without_slash(cls, value: str) -> str:
        if not value.startswith(("https://", "http://")):
            raise unusable("telegram_api")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _rising(self) -> Self:
        days = list(self.ladder.days.values())
        if days != sorted(set(days)):
            raise unusable("ladder")
        return self

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
        return self.telegram_token.get_secret_value()


def _ours(variables: Mapping[str, str | None]) -> dict[str, str]:
    """Those that set a field, by its name. Capitals make no difference to whoever wrote them."""
    named = {name.upper(): value for name, value in variables.items() if value}
    return {field: named[variable(field)] for field in Settings.model_fields if variable(field) in named}


NO_FILE = ("", ":memory:")
"""What SQLite keeps in memory alone: it would be empty for the next command."""

POSTGRESQL = ("postgresql", "postgresql+psycopg")
PROXIES = ("http", "https")


def _postgresql(value: str) -> str:
    """The address of a PostgreSQL database with the driver's name in it."""
    try:
        url = make_url(value)
    except (ArgumentError, ValueError) as error:
        raise unusable("database_url") from error
    if url.drivername not in POSTGRESQL:
        raise unusable("database_url")
    if "@" in (url.host or ""):
        # What follows the first @ may be the rest of a password, and would be named as the host in error messages.
        raise unusable("database_at")
    if not url.database:
        raise unusable("database_name")
    return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def _is_proxy(value: str) -> bool:
    try:
        address = urlsplit(value)
        return address.scheme in PROXIES and bool(address.hostname) and address.port != 0
    except ValueError:
        return False


def _bare(value: str) -> str:
    """A value without what stands around it: white space, and one pair of quotation marks."""
    tidied = value.strip()
    is_quoted = len(tidied) > 1 and tidied[0] + tidied[-1] in QUOTES
    return tidied[1:-1].strip() if is_quoted else tidied


class MissingTokenError(Exception):
    """No token is set, and without one Telegram lets no bot in."""


SECRET = ("telegram_token", "database_url", "proxy")
LONGEST_SHOWN = 60
LIKE_A_SECRET = re.compile(r"\d{6,}:|://[^/]*@")
"""Somebody may have put a secret where none belongs."""


def explained(error: ValidationError) -> list[str]:
    """What is wrong with the settings, a line for each: its name, what is wanted, and what is there, if no secret."""
    return [_explained(problem) for problem in error.errors(include_url=False)]


def _explained(problem: ErrorDetails) -> str:
    field = str(problem["loc"][0]) if problem["loc"] else "ladder"
    words = said(f"setting.{problem['msg'] if problem['type'] == OURS else field}")
    if problem["loc"] and _may_be_shown(field, given := str(problem["input"])):
        words = said("settings.given", words=words, given=given)
    # Where several together are wrong, the words name them.
    return f"{variable(field)}: {words}" if problem["loc"] else words


def _may_be_shown(field: str, given: str) -> bool:
    return field not in SECRET and len(given) <= LONGEST_SHOWN and not LIKE_A_SECRET.search(given)


def variable(field: str) -> str:
    """What a field of the settings is called outside."""
    return f"{BEGINNING}{field.upper()}"
