"""The few words that SQLite and PostgreSQL share but that SQLAlchemy spells apart."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import JSON, Executable, Float, Text, insert
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from domain.folded import UNSEEN, WITHOUT_PARTS
from storage.base import Base, table_of

Insert = Callable[[Any], sqlite.Insert]
"""What makes an INSERT that can say ON CONFLICT.

Typed as SQLite's, since both databases' have the same methods and SQLAlchemy names no common parent.
"""


def insert_into(session: AsyncSession, table: type[Base]) -> sqlite.Insert:
    """An INSERT that can say ON CONFLICT, in the session's own dialect."""
    return _insert_of(session.get_bind().dialect.name)(table)


class InBothDialects:
    """A statement that is made once for each database, when it is first asked for there."""

    def __init__(self, made: Callable[[Insert], Executable]) -> None:
        self._made = made
        self._of: dict[str, Executable] = {}

    def of(self, dialect: str) -> Executable:
        """The statement for that database."""
        if dialect not in self._of:
            self._of[dialect] = self._made(_insert_of(dialect))
        return self._of[dialect]


def in_dialect(session: AsyncSession, statement: InBothDialects) -> Executable:
    """The statement for the session's own database."""
    return statement.of(session.get_bind().dialect.name)


def _insert_of(dialect: str) -> Insert:
    if dialect == "sqlite":
        return sqlite.insert
    # A bot on SQLite does without it: two megabytes.
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415

    return postgresql.insert  # type: ignore[return-value]  # as said


async def insert_all(session: AsyncSession, table: type[Base], rows: Sequence[dict[str, Any]]) -> None:
    """Insert many rows, which all name the same columns, at once; nothing where there are none.

    Into the table itself and not as objects: for these SQLAlchemy would begin a new statement wherever a value is left
    out, such as a next time, and put together what thousands of them gave back. Nor is anything asked for back: then
    the drivers send all rows in one go by themselves.
    """
    if rows:
        await session.execute(insert(table_of(table)), rows)


class database_seconds(FunctionElement[float]):  # noqa: N801  it reads as a function in a statement, like SQLAlchemy's own
    """The database's own clock, in seconds since 1970: leases must not trust the clocks of many machines."""

    type = Float()
    inherit_cache = True


@compiles(database_seconds, "sqlite")
def _on_sqlite(*_: Any, **__: Any) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"


@compiles(database_seconds, "postgresql")
def _on_postgresql(*_: Any, **__: Any) -> str:
    return "CAST(extract(epoch FROM clock_timestamp()) AS FLOAT)"


class gathered(FunctionElement[list[list[Any]]]):  # noqa: N801  it reads as a function in a statement
    """The values of some columns, of all rows in one list: a list for each row, in no order; empty without rows.

    A day comes as a text, as in ISO 8601.
    """

    type = JSON()
    inherit_cache = True


@compiles(gathered, "sqlite")
def _gathered_on_sqlite(element: gathered, compiler: Any, **more: Any) -> str:
    return f"json_group_array(json_array({compiler.process(element.clauses, **more)}))"


@compiles(gathered, "postgresql")
def _gathered_on_postgresql(element: gathered, compiler: Any, **more: Any) -> str:
    # Of no rows it makes NULL.
    return f"coalesce(json_agg(json_build_array({compiler.process(element.clauses, **more)})), '[]')"


class folded_text(FunctionElement[str]):  # noqa: N801  it reads as a function in a statement
    """A text as `domain/folded` has it, in the database. SQLite has that very function, PostgreSQL its own words."""

    type = Text()
    inherit_cache = True


@compiles(folded_text, "sqlite")
def _folded_on_sqlite(element: folded_text, compiler: Any, **more: Any) -> str:
    return f"folded({compiler.process(element.clauses, **more)})"


@compiles(folded_text, "postgresql")
def _folded_on_postgresql(element: folded_text, compiler: Any, **more: Any) -> str:
    # Taken apart first: the server may know the capitals of English alone, whose letters are left then.
    apart = f"normalize({compiler.process(element.clauses, **more)}, NFD)"
    bare = f"lower(regexp_replace({apart}, '[\u0300-\u036f{UNSEEN}]', '', 'g'))"
    letters, others = "".join(WITHOUT_PARTS), "".join(WITHOUT_PARTS.values())
    return f"translate({bare}, '{letters}{letters.upper()}', '{others}{others}')"
