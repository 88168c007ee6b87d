"""Whatever conversations ask of SQLite, PostgreSQL understands too: each statement once, explained on empty tables.

A conversation on PostgreSQL is dear. What makes it fail there and not on SQLite is nearly always a statement that
PostgreSQL does not take: a type, a grouping, a lock that can't be had. For that no conversation is needed, and here
every statement is tried, not those of a few conversations alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.elements import ReleaseSavepointClause, RollbackToSavepointClause, SavepointClause

NOT_TRIED = (sqlite.Insert, SavepointClause, ReleaseSavepointClause, RollbackToSavepointClause)
"""Of the first PostgreSQL has its own (storage/dialects); the others can't be explained, and each turn has some."""

VALUES = "asked with"
"""Where a connection keeps them between the two events."""

Asked = tuple[Any, dict[str, Any]]


class Statements:
    """What was asked of SQLite: each statement once, with the first values that it was asked with."""

    def __init__(self) -> None:
        self._asked: dict[str, Asked] = {}

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Meanwhile, whatever engine asks."""
        listening = (("before_execute", self.heed), ("before_cursor_execute", self.note))
        for moment, by in listening:
            event.listen(Engine, moment, by)
        try:
            yield
        finally:
            for moment, by in listening:
                event.remove(Engine, moment, by)

    def heed(self, connection: Connection, _statement: object, many: Any, one: Any, _options: object) -> None:
        """An event of SQLAlchemy's: somebody asks with these values."""
        connection.info[VALUES] = many[0] if many else one

    def note(self, connection: Connection, *told: Any) -> None:
        """An event of SQLAlchemy's: a statement was compiled, and goes to the driver."""
        _cursor, _words, _values, context, _is_many = told
        made = context.compiled
        if not isinstance(made, SQLiteCompiler) or made.string in self._asked:
            return
        if not isinstance(made.statement, NOT_TRIED):
            self._asked[made.string] = made.statement, connection.info[VALUES]

    def not_understood(self, url: str) -> Iterator[str]:
        """What PostgreSQL says about each that it does not take."""
        engine = create_engine(url)
        event.listen(engine, "before_cursor_execute", _explain)
        for statement, values in self._asked.values():
            with engine.connect() as connection:
                try:
                    connection.execute(statement, values)
                except _ExplainedError:
                    pass
                except DBAPIError as error:
                    yield str(error)
        engine.dispose()


class _ExplainedError(Exception):
    """It was understood; no more is wanted."""


def _explain(_connection: Connection, cursor: Any, words: str, values: Any, *_: Any) -> None:
    cursor.execute(f"EXPLAIN {words}", values)
    raise _ExplainedError
