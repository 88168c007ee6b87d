"""Telling the database's own trouble from a mistake: a full disk, a lost connection, a deadlock are nobody's fault."""

import sqlite3
from typing import Any

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError
from sqlalchemy.ext.asyncio import AsyncSession

TROUBLE = ("08", "25006", "40", "53", "55", "57", "58")
"""How PostgreSQL's codes begin for: connection, standing by (read-only), deadlock, resources, lock, stopped, system."""

COLLISION = ("40P01", "40001")
"""A deadlock, and a transaction that can't be put in line with another."""


def is_collision(error: BaseException) -> bool:
    """Whether the database has ended this transaction so that another could go on: at once the same goes well."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in COLLISION


def is_trouble(error: BaseException) -> bool:
    """Whether the database itself is in trouble, so that the same would go well later and nothing is at fault.

    SQLite calls a mistaken statement an operational error too, and PostgreSQL what is too large for it; these are
    the program's fault, and would come again for ever.
    """
    if isinstance(error, NoConnectionFreeError):
        return True
    if not isinstance(error, DBAPIError):
        return False
    code = getattr(error.orig, "sqlstate", None)
    if code is not None:
        return str(code).startswith(TROUBLE)
    is_operational = isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated
    return is_operational and getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR


class SwallowedError(Exception):
    """A statement has failed, and whoever asked took no notice."""


def refuse_swallowed(session: AsyncSession) -> None:
    """Raise SwallowedError where PostgreSQL would keep nothing of the transaction and call that a commit."""
    if session.get_bind().dialect.name == "postgresql":
        driver: Any = session.sync_session.connection().connection.driver_connection
        if driver.info.transaction_status.name == "INERROR":
            raise SwallowedError
