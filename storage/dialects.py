"""The few words that SQLite and PostgreSQL share but that SQLAlchemy spells apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Float, ReturningInsert, cast, func, insert, inspect, literal_column
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.base import Base


def insert_into(session: AsyncSession, table: type[Base]) -> sqlite.Insert:
    """An INSERT that can say ON CONFLICT, in the session's own dialect.

    Typed as SQLite's, since both have the same methods and SQLAlchemy names no common parent.
    """
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)  # type: ignore[return-value]  # same methods, no common parent
    return sqlite.insert(table)


Insert = Callable[[Any], sqlite.Insert]


@dataclass(frozen=True)
class InBothDialects:
    """A statement that was made once, for either database."""

    on_sqlite: sqlite.Insert | ReturningInsert[Any]
    on_postgresql: sqlite.Insert | ReturningInsert[Any]


def both_dialects(made: Callable[[Insert], sqlite.Insert | ReturningInsert[Any]]) -> InBothDialects:
    """Make an INSERT that can say ON CONFLICT, once for each database.

    Typed as SQLite's, since both have the same methods and SQLAlchemy names no common parent.
    """
    return InBothDialects(made(sqlite.insert), made(postgresql.insert))  # type: ignore[arg-type]  # as said


def in_dialect(session: AsyncSession, statement: InBothDialects) -> sqlite.Insert | ReturningInsert[Any]:
    """The statement for the session's own database."""
    return statement.on_sqlite if session.get_bind().dialect.name == "sqlite" else statement.on_postgresql


async def insert_all(session: AsyncSession, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert many rows in a few statements; nothing where there are none.

    Only where it is asked for something back does SQLAlchemy put many rows into one statement for psycopg; without
    that, each would be a statement of its own.
    """
    if rows:
        (key, *_) = inspect(table).primary_key
        await session.execute(insert(table).returning(key), rows)


def database_seconds(session: AsyncSession) -> ColumnElement[float]:
    """The database's own clock, in seconds since 1970: leases must not trust the clocks of many machines."""
    if session.get_bind().dialect.name == "postgresql":
        return cast(func.extract("epoch", func.clock_timestamp()), Float)
    return literal_column("((julianday('now') - 2440587.5) * 86400.0)", Float)
