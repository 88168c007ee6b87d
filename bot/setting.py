"""How each setting is read from what an operator writes: its value, or what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from domain.language import Language
from storage.server import servers_of

NO_SUCH_RUNG = ("off", "av")
MOST_DAYS = 60

NO_FILE = ("", ":memory:")
"""What SQLite keeps in memory alone: it would be empty for the next command."""

POSTGRESQL = ("postgresql", "postgresql+asyncpg", "postgresql+psycopg")
"""Which driver an address names makes no difference: it is always the same."""

PROXIES = ("http", "https")


class UnusableError(ValueError):
    """A value that is no such setting's.

    Attributes:
        key: Where its words stand in the table `setting` of `messages/*/terminal.toml`; empty for the setting's own.
        part: The part of the value that is wrong, where not all of it is.
    """

    def __init__(self, key: str = "", part: str = "") -> None:
        super().__init__(key)
        self.key, self.part = key, part


def _token(written: str) -> str:
    if not re.fullmatch(r"\d+:[\w-]+", written, re.ASCII):
        raise UnusableError
    return written


def _api(written: str) -> str:
    if not written.startswith(("https://", "http://")):
        raise UnusableError
    return written.rstrip("/")


def _proxy(written: str) -> str:
    address = urlsplit(written)
    if address.scheme not in PROXIES or not address.hostname or address.port == 0:
        raise UnusableError
    return written


def _database(written: str) -> str:
    """Where it is, without a driver's name in PostgreSQL's address."""
    if written.startswith("sqlite:///"):
        if written.removeprefix("sqlite:///") in NO_FILE:
            raise UnusableError("database_file")
        return written
    try:
        url = make_url(written)
    except ArgumentError as error:
        raise UnusableError from error
    if url.drivername not in POSTGRESQL:
        raise UnusableError
    if "@" in (url.host or ""):
        # What follows the first @ may be the rest of a password, and would be named as the host in error messages.
        raise UnusableError("database_at")
    if not url.database:
        raise UnusableError("database_name")
    servers_of(url)
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def _rate(written: str) -> float:
    return _within(float(written), above=1, most=10_000)


def _rate_chat(written: str) -> float:
    return _within(float(written), above=0, most=1000)


def _within(number: float, *, above: float, most: float) -> float:
    if not above < number <= most:
        raise UnusableError
    return number


def _zone(written: str) -> str:
    try:
        ZoneInfo(written)
    except (ZoneInfoNotFoundError, OSError) as error:  # "Europe" is a folder of zones
        raise UnusableError from error
    return written


def _hours(written: str) -> str:
    opens, closes = map(time.fromisoformat, written.split("-"))
    if opens.tzinfo or closes.tzinfo:
        raise UnusableError
    if opens >= closes:
        raise UnusableError("opens_before_closes")
    return written


def _closed_days(written: str) -> tuple[date, ...]:
    days = [day.strip() for day in written.split(",") if day.strip()]
    if wrong := [day for day in days if not _is_day(day)]:
        raise UnusableError(part=", ".join(wrong))
    return tuple(map(date.fromisoformat, days))


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _rung(written: str) -> int | None:
    return None if written.lower() in NO_SUCH_RUNG else _days(written)


def _days(written: str) -> int:
    days = int(written)
    if abs(days) > MOST_DAYS:
        raise UnusableError
    return days


READ: Mapping[str, Callable[[str], Any]] = {
    "telegram_token": _token,
    "telegram_api": _api,
    "proxy": _proxy,
    "database_url": _database,
    "rate": _rate,
    "rate_chat": _rate_chat,
    "timezone": _zone,
    "language": Language,
    "city": str,
    "contact": str,
    "working_hours": _hours,
    "closed_days": _closed_days,
    "reminder_days": _rung,
    "nudge_days": _rung,
    "second_contact_days": _rung,
    "coordinator_days": _days,
}
"""Each setting's reader. Raises ValueError, UnusableError among them, for what can't be meant."""
