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


PASSES_LIMIT_ON = ("Nested Loop", "Incremental Sort", "LockRows")
"""These ask for no more rows than are asked of them, or hardly."""


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


@contextmanager
def counted() -> Iterator[list[str]]:
    """Every statement that is executed meanwhile, as often as it is."""
    heard: list[str] = []

    def listen(*told: Any) -> None:
        heard.append(told[2])

    event.listen(Engine, "before_cursor_execute", listen)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", listen)


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
    large = _large_on_sqlite(connection)
    for one in filter(can_be_explained, statements):
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {one.words}", one.values)]
        scanned = {_scanned(step) for step in plan if re.match(r"SCAN \w", step)}
        if scanned & large and not _takes_ends(one, plan):
            found.append(f"{one.words}\n{plan}")
    connection.close()
    return found


def _large_on_sqlite(connection: sqlite3.Connection) -> set[str]:
    """What must not be read as a whole: tables with many rows, and indexes but those that hold few of them."""
    described = connection.execute("SELECT name, tbl_name, coalesce(sql, '') FROM sqlite_master WHERE rootpage > 0")
    large = set()
    for name, table, made_by in described.fetchall():
        _, _, held = made_by.partition(" WHERE ")
        many = f"SELECT count(*) >= {LARGE_ON_SQLITE} FROM {table} WHERE {held or 'true'}"
        if connection.execute(many).fetchone()[0]:
            large.add(name)
    return large


def _scanned(step: str) -> str:
    """The index or the table that a step of the plan reads as a whole; an alias is the table's name and a number."""
    by_index = re.search(r"USING (?:COVERING )?INDEX (\w+)", step)
    return by_index[1] if by_index else re.sub(r"_\d+$", "", step.split()[1])


def _takes_ends(statement: Statement, plan: list[str]) -> bool:
    """Whether it takes a few rows from the end of an index, or counts what people want to know the number of."""
    is_sorted = any("TEMP B-TREE" in step for step in plan)
    # What is looked up for each row that is taken, in brackets, does not say which rows are.
    outside = re.sub(r"\([^()]*\)", "", statement.words)
    is_limited = "LIMIT" in outside and "WHERE" not in outside and not is_sorted
    return is_limited or _is_count_of_all(statement)


def _is_count_of_all(statement: Statement) -> bool:
    """The number of all contracts stands above the list of them; to count thirty thousand takes milliseconds."""
    return re.fullmatch(r"SELECT count\(\*\) AS count_1 \s*FROM contract", statement.words.strip()) is not None


def _on_postgresql(url: str, statements: Sequence[Statement]) -> list[str]:
    found = []
    with psycopg.connect(url, cursor_factory=psycopg.RawCursor) as connection:
        counted = "SELECT relname FROM pg_class WHERE relkind IN ('r', 'i') AND reltuples >= $1"
        rows = connection.execute(counted, [LARGE_ON_POSTGRESQL])
        large = {name for (name,) in rows}
        for one in filter(can_be_explained, statements):
            answer = connection.execute(f"EXPLAIN (FORMAT JSON) {one.words}".encode(), one.values).fetchone()
            assert answer is not None
            reads_all = any(_reads_all(node, large) for node in _nodes(answer[0][0]["Plan"]))
            if reads_all and not _is_count_of_all(one):
                found.append(f"{one.words}\n{json.dumps(answer[0][0]['Plan'], indent=1)}")
    return found


def _reads_all(node: dict[str, Any], large: set[str]) -> bool:
    """Also by way of an index, where nothing says which part of it is wanted."""
    if node["Node Type"] == "Seq Scan":
        return node["Relation Name"] in large
    return "Index Name" in node and "Index Cond" not in node and node["Index Name"] in large


def _nodes(plan: dict[str, Any], *, is_limited: bool = False) -> Iterator[dict[str, Any]]:
    """Every part of a plan, but those that only take a few rows from the end of an index."""
    is_end = is_limited and "Index Name" in plan and "Filter" not in plan
    if not is_end:
        yield plan
    is_limited = plan["Node Type"] == "Limit" or (is_limited and plan["Node Type"] in PASSES_LIMIT_ON)
    for part in plan.get("Plans", ()):
        yield from _nodes(part, is_limited=is_limited and part["Parent Relationship"] == "Outer")


def can_be_explained(statement: Statement) -> bool:
    """What only adds rows that were handed to it reads nothing."""
    first_word = statement.words.split(maxsplit=1)[0]
    return first_word in {"SELECT", "UPDATE", "DELETE", "WITH"} or (
        "INSERT" in first_word and "SELECT" in statement.words
    )
