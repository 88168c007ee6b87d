"""Telling the database's own trouble from a mistake: a full disk, a lost connection, a deadlock are nobody's fault."""

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError
from sqlalchemy.ext.asyncio import AsyncSession

TROUBLE = ("08", "25006", "40", "53", "55", "57", "58")
"""How PostgreSQL's codes begin for: connection, standing by (read-only), deadlock, resources, lock, stopped, system."""

COLLISION = ("40P01", "40001")
"""A deadlock, and a transaction that can't be put in line with another."""

STALE = "InvalidCachedStatementError"
"""What SQLAlchemy calls a statement that was prepared before somebody changed a column's type: all that is prepared is
forgotten then. Its code is also that of what the server can't do, which would come again for ever."""


def is_collision(error: BaseException) -> bool:
    """Whether the database has ended this transaction, and at once the same goes well in another.

    It let somebody else's go on instead, or has forgotten by now what it had prepared.
    """
    return isinstance(error, DBAPIError) and (code_of(error) in COLLISION or type(error.orig).__name__ == STALE)


def code_of(error: DBAPIError) -> str | None:
    """PostgreSQL's code for what is wrong; None where it has given none, and on SQLite."""
    # Some errors are given others' words on their way, and no code.
    codes = (getattr(each, "sqlstate", None) for each in (error.orig, getattr(error.orig, "__cause__", None)))
    return next((code for code in codes if code), None)


def is_trouble(error: BaseException) -> bool:
    """Whether the database itself is in trouble, so that the same would go well later and nothing is at fault.

    SQLite calls a mistaken statement an operational error too, and PostgreSQL what is too large for it; these are
    the program's fault, and would come again for ever.
    """
    if isinstance(error, NoConnectionFreeError) or is_collision(error):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if (code := code_of(error)) is not None:
        return code.startswith(TROUBLE)
    is_operational = isinstance(error, OperationalError | InterfaceError) or error.connection_invalidated
    return is_operational and getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_ERROR


class SwallowedError(Exception):
    """A statement has failed, and whoever asked took no notice."""


FAILED = "a statement has failed"
"""What PostgreSQL's connections note of the transaction that is open: all but going back is refused from then on."""


def refuse_swallowed(session: AsyncSession) -> None:
    """Raise SwallowedError where PostgreSQL would keep nothing of the transaction and call that a commit."""
    if session.sync_session.connection().info.get(FAILED):
        raise SwallowedError
