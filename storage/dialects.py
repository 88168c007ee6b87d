"""The few words that SQLite and PostgreSQL share but that SQLAlchemy spells apart."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Float, cast, func, insert, literal_column
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


async def insert_all(session: AsyncSession, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert many rows, which all name the same columns, at once; nothing where there are none.

    Into the table itself and not as objects: for these SQLAlchemy would begin a new statement wherever a value is left
    out, such as a next time, and put together what thousands of them gave back. Nor is anything asked for back: then
    the drivers send all rows in one go by themselves.
    """
    if rows:
        await session.execute(insert(Base.metadata.tables[table.__tablename__]), rows)


def database_seconds(session: AsyncSession) -> ColumnElement[float]:
    """The database's own clock, in seconds since 1970: leases must not trust the clocks of many machines."""
    if session.get_bind().dialect.name == "postgresql":
        return cast(func.extract("epoch", func.clock_timestamp()), Float)
    return literal_column("((julianday('now') - 2440587.5) * 86400.0)", Float)
