"""What the program asks the database, overheard; and whether the database would read a whole table for an answer."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy import Engine, event, make_url

LARGE = 1_000
"""Rows from which on a table must not be read as a whole."""


@dataclass(frozen=True)
class Statement:
    """One statement with its values, as the driver got it."""

    words: str
    values: Any


@contextmanager
def overheard() -> Iterator[list[Statement]]:
    """Every statement that is executed meanwhile, each wording once."""
    heard: dict[str, Statement] = {}

    def listen(*told: Any) -> None:
        _connection, _cursor, words, values, _context, is_many = told
        heard.setdefault(words, Statement(words, values[0] if is_many else values))

    statements: list[Statement] = []
    event.listen(Engine, "before_cursor_execute", listen)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", listen)
        statements.extend(heard.values())


def that_read_whole_tables(url: str, statements: Sequence[Statement]) -> list[str]:
    """Of those statements the ones for which a large table is read from end to end, each with its plan."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _on_sqlite(parsed.database or "", statements)
    return _on_postgresql(url.replace("+psycopg", ""), statements)


def _on_sqlite(file: str, statements: Sequence[Statement]) -> list[str]:
    found = []
    with sqlite3.connect(file) as connection:
        large = {name for name in _tables(connection) if _is_large(connection, name)}
        for one in filter(_can_be_explained, statements):
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {one.words}", one.values)]
            if any(step.startswith("SCAN") and step.split()[1] in large for step in plan) and not _takes_ends(one, plan):
                found.append(f"{one.words}\n{plan}")
    connection.close()
    return found


def _takes_ends(statement: Statement, plan: list[str]) -> bool:
    """Whether it only takes a few rows from the end of an index, and no condition makes it look further."""
    return len(plan) == 1 and "LIMIT" in statement.words and "WHERE" not in statement.words


def _tables(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]


def _is_large(connection: sqlite3.Connection, table: str) -> bool:
    return bool(connection.execute(f"SELECT count(*) >= {LARGE} FROM {table}").fetchone()[0])


def _on_postgresql(url: str, statements: Sequence[Statement]) -> list[str]:
    found = []
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples >= %s", [LARGE])
        large = {name for (name,) in rows}
        for one in filter(_can_be_explained, statements):
            answer = connection.execute(f"EXPLAIN (FORMAT JSON) {one.words}".encode(), one.values).fetchone()
            assert answer is not None
            if any(_reads_all(node, large) for node in _nodes(answer[0][0]["Plan"])):
                found.append(f"{one.words}\n{json.dumps(answer[0][0]['Plan'], indent=1)}")
    return found


def _can_be_explained(statement: Statement) -> bool:
    return statement.words.split(maxsplit=1)[0] in {"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"}


def _reads_all(node: dict[str, Any], large: set[str]) -> bool:
    """Also by way of an index, where nothing says which part of it is wanted."""
    if node.get("Relation Name") not in large:
        return False
    return node["Node Type"] == "Seq Scan" or (node["Node Type"].startswith("Index") and "Index Cond" not in node)


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every part of a plan, but those that only take a few rows from the end of an index."""
    yield plan
    for part in plan.get("Plans", ()):
        is_end = plan["Node Type"] == "Limit" and part["Node Type"].startswith("Index") and "Filter" not in part
        if not is_end:
            yield from _nodes(part)
