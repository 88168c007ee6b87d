"""Statements are compiled once for all cities of a test process, as they are once in the life of a program.

SQLAlchemy keeps what it has compiled by the dialect of the engine that compiled it. Each city has engines of its own,
so each test would compile everything anew: a fourth of the time of a conversation. What is compiled is the same, and
so is all that runs it.
"""

from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect

_compiled: dict[Any, Any] = {}


def compile_once() -> None:
    """From now on, whatever engine is made: all tests have one sort of SQLite and one of PostgreSQL."""
    DefaultDialect.__eq__ = _is_alike  # type: ignore[assignment,method-assign]  # which is the point
    DefaultDialect.__hash__ = _hash_of_its_sort  # type: ignore[assignment,method-assign]  # likewise
    event.listen(Engine, "engine_connect", _share)


def _is_alike(dialect: DefaultDialect, other: object) -> bool:
    return type(dialect) is type(other)


def _hash_of_its_sort(dialect: DefaultDialect) -> int:
    return hash(type(dialect))


def _share(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_compiled)
