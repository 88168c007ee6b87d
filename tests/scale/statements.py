"""What the program asks the database, overheard; and whether the database would read a whole table for an answer."""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from sqlalchemy import Engine, event, make_url

LARGE_ON_SQLITE = 1_000
"""Rows from which on a table must not be read as a whole."""

LARGE_ON_POSTGRESQL = 10_000
"""It knows how much is where, and rightly reads as a whole what stands on few pages."""


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


def assert_read_no_whole_table(url: str, statements: Sequence[Statement]) -> None:
    """None of those statements makes the database read a large table from end to end; else its plan is shown."""
    parsed = make_url(url)
    is_sqlite = parsed.get_backend_name() == "sqlite"
    assert statements
    found = _on_sqlite(parsed.database or "", statements) if is_sqlite else _on_postgresql(url, statements)
    assert not found, "\n\n".join(found)


def _on_sqlite(file: str, statements: Sequence[Statement]) -> list[str]:
    found = []
    connection = sqlite3.connect(file)
    small = _small_on_sqlite(connection)
    for one in filter(_can_be_explained, statements):
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {one.words}", one.values)]
        scanned = {name for step in plan if re.match(r"SCAN \w", step) and (name := _scanned(step)) != GATHERED}
        if scanned - small and not _takes_ends(one, plan):
            found.append(f"{one.words}\n{plan}")
    connection.close()
    return found


def _small_on_sqlite(connection: sqlite3.Connection) -> set[str]:
    """What may be read as a whole: tables with few rows, and indexes that hold but few of a table's."""
    described = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    ).fetchall()
    small = {"CONSTANT"}
    for kind, name, table, made_by in described:
        _, _, held = made_by.partition(" WHERE ") if kind == "index" else ("", "", "true")
        if held and connection.execute(f"SELECT count(*) < {LARGE_ON_SQLITE} FROM {table} WHERE {held}").fetchone()[0]:
            small.add(name)
    return small


def _scanned(step: str) -> str:
    """The index or the table that a step of the plan reads as a whole; an alias is the table's name and a number."""
    by_index = re.search(r"USING (?:COVERING )?INDEX (\w+)", step)
    return by_index[1] if by_index else re.sub(r"_\d+$", "", step.split()[1])


def _takes_ends(statement: Statement, plan: list[str]) -> bool:
    """Whether it only takes a few rows from the end of an index, and no condition makes it look further."""
    return len(plan) == 1 and "LIMIT" in statement.words and "WHERE" not in statement.words


def _on_postgresql(url: str, statements: Sequence[Statement]) -> list[str]:
    found = []
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        counted = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'i') AND reltuples >= %s"
        rows = connection.execute(counted, [LARGE_ON_POSTGRESQL])
        large = {name for (name,) in rows}
        for one in filter(_can_be_explained, statements):
            answer = connection.execute(f"EXPLAIN (FORMAT JSON) {one.words}".encode(), one.values).fetchone()
            assert answer is not None
            if any(_reads_all(node, large) for node in _nodes(answer[0][0]["Plan"])):
                found.append(f"{one.words}\n{json.dumps(answer[0][0]['Plan'], indent=1)}")
    return found


def _reads_all(node: dict[str, Any], large: set[str]) -> bool:
    """Also by way of an index, where nothing says which part of it is wanted."""
    if node["Node Type"] == "Seq Scan":
        return node["Relation Name"] in large
    return "Index Name" in node and "Index Cond" not in node and node["Index Name"] in large


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every part of a plan, but those that only take a few rows from the end of an index."""
    yield plan
    for part in plan.get("Plans", ()):
        is_end = plan["Node Type"] == "Limit" and "Index Name" in part and "Filter" not in part
        if not is_end:
            yield from _nodes(part)


GATHERED = "anon"
"""How SQLAlchemy names what a question has gathered, but for its number."""

ALL_CONTRACTS = "contract.id IS NOT NULL"
"""The coordinators' list is asked for as a whole: a page of it in the order of an index, and how many there are."""


def _can_be_explained(statement: Statement) -> bool:
    """What only adds rows that were handed to it reads nothing; what asks for all contracts has to read them."""
    if ALL_CONTRACTS in statement.words:
        return False
    first_word = statement.words.split(maxsplit=1)[0]
    return first_word in {"SELECT", "UPDATE", "DELETE", "WITH"} or (
        "INSERT" in first_word and "SELECT" in statement.words
    )
