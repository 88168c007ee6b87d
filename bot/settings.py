"""The settings, from the environment or a `.env` file; each is listed with comments in `.env.example`."""

from datetime import date, time
from typing import Annotated, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from domain.ladder import USUAL, Ladder
from domain.language import Language
from domain.obligation import Rung

OFFICIAL_API = "https://api.telegram.org"


NO_SUCH_RUNG = ("off", "av")
MOST_DAYS = 60


def _days(value: object) -> object:
    """Working days from the due day, as an operator may write them."""
    try:
        days = int(str(value))
    except ValueError:
        days = MOST_DAYS + 1
    if abs(days) > MOST_DAYS:
        raise ValueError(f"write a whole number of working days from -{MOST_DAYS} to {MOST_DAYS}")
    return days


def _days_or_off(value: object) -> object:
    if value is None or str(value).strip().lower() in NO_SUCH_RUNG:
        return None
    try:
        return _days(value)
    except ValueError as error:
        raise ValueError(f"{error}, or off") from error


TopDays = Annotated[int, BeforeValidator(_days)]
RungDays = Annotated[int | None, BeforeValidator(_days_or_off)]


class Settings(BaseSettings):
    """What an operator can set. Empty values count as not set."""

    model_config = SettingsConfigDict(
        env_prefix="STEGET_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    telegram_token: SecretStr | None = None
    telegram_api: str = OFFICIAL_API
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
    closed_days: Annotated[tuple[date, ...], NoDecode] = ()
    reminder_days: RungDays = USUAL[Rung.REMINDER]
    """Working days from the due day, negative before it; None leaves the rung out. So are the next three."""
    nudge_days: RungDays = USUAL[Rung.NUDGE]
    second_contact_days: RungDays = USUAL[Rung.SECOND_CONTACT]
    coordinator_days: TopDays = USUAL[Rung.COORDINATOR]
    """The top can't be left out, or a promise could be forgotten by all."""

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
            raise ValueError("there is no such time zone; write for example Europe/Stockholm") from error
        return value

    @field_validator("working_hours")
    @classmethod
    def _from_and_to(cls, value: str) -> str:
        try:
            opens, closes = map(time.fromisoformat, value.split("-"))
        except ValueError as error:
            raise ValueError("write it as 08:00-17:00") from error
        if opens >= closes:
            raise ValueError("the day must open before it closes, as in 08:00-17:00")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if value.startswith("sqlite:///"):
            return value
        return _postgresql(value)

    @field_validator("telegram_api")
    @classmethod
    def _without_slash(cls, value: str) -> str:
        if not value.startswith(("https://", "http://")):
            raise ValueError("write the whole address, beginning with https://")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _rising(self) -> Self:
        days = list(self.ladder.days.values())
        if days != sorted(set(days)):
            raise ValueError(
                "the steps of the ladder must come one after another: "
                "STEGET_REMINDER_DAYS, STEGET_NUDGE_DAYS, STEGET_SECOND_CONTACT_DAYS, STEGET_COORDINATOR_DAYS"
            )
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


HOW_TO_WRITE_A_DATABASE = "write it as sqlite:///steget.sqlite or as postgresql://user:password@host/database"
POSTGRESQL = ("postgresql", "postgresql+psycopg")


def _postgresql(value: str) -> str:
    """The address of a PostgreSQL database with the driver's name in it. Raises ValueError with the way to write it."""
    try:
        url = make_url(value)
    except (ArgumentError, ValueError) as error:
        raise ValueError(HOW_TO_WRITE_A_DATABASE) from error
    if url.drivername not in POSTGRESQL:
        raise ValueError(HOW_TO_WRITE_A_DATABASE)
    if "@" in (url.host or ""):
        # What follows the first @ may be the rest of a password, and would be named as the host in error messages.
        raise ValueError("write an @ in the user's name or password as %40")
    if not url.database:
        raise ValueError("name the database too, as in postgresql://user:password@host/database")
    return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


class MissingTokenError(Exception):
    """No token is set, and without one Telegram lets no bot in."""


def explained(error: ValidationError) -> list[str]:
    """What is wrong with the settings, a line for each, with the variable's name and never its value."""
    problems = error.errors(include_input=False, include_url=False)
    return [_named(problem["loc"]) + problem["msg"].removeprefix("Value error, ") for problem in problems]


def _named(place: tuple[int | str, ...]) -> str:
    """The variable; nothing where several together are wrong, which the message names itself."""
    return f"STEGET_{'_'.join(map(str, place)).upper()}: " if place else ""
