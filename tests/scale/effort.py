"""How much a database does for some statements, counted by itself: the same on a busy machine as on a quiet one."""

import sqlite3
from collections.abc import Sequence
from typing import Any

import psycopg
from sqlalchemy import make_url

from tests.scale.statements import Statement, can_be_explained

STEPS_AT_A_TIME = 10


def effort(url: str, statements: Sequence[Statement]) -> int:
    """The steps of SQLite's machine, or the rows that PostgreSQL looks at. Nothing of it is kept."""
    asked = [each for each in statements if can_be_explained(each)]
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _steps(parsed.database or "", asked)
    return _rows(url, asked)


def _steps(file: str, statements: Sequence[Statement]) -> int:
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += STEPS_AT_A_TIME
        return 0

    connection = sqlite3.connect(file, isolation_level=None)
    connection.set_progress_handler(count, STEPS_AT_A_TIME)
    connection.execute("BEGIN")
    for each in statements:
        connection.execute(each.words, each.values).fetchall()
    connection.execute("ROLLBACK")
    connection.close()
    return steps


def _rows(url: str, statements: Sequence[Statement]) -> int:
    with psycopg.connect(url, cursor_factory=psycopg.RawCursor) as connection:
        # It rightly reads as a whole what stands on few pages. Here the few stand for many.
        for way in ("seqscan", "hashjoin", "mergejoin"):
            connection.execute(f"SET LOCAL enable_{way} = off".encode())
        plans = [_explained(connection, each) for each in statements]
        connection.rollback()
    return sum(_looked_at(plan) for plan in plans)


def _looked_at(plan: dict[str, Any]) -> int:
    """How many rows it has read from tables and indexes, also those that were passed by."""
    below = sum(_looked_at(part) for part in plan.get("Plans", ()))
    if "Relation Name" not in plan:
        return below
    passed_by = plan.get("Rows Removed by Filter", 0) + plan.get("Rows Removed by Index Recheck", 0)
    return below + int((plan["Actual Rows"] + passed_by) * plan["Actual Loops"])


def _explained(connection: psycopg.Connection[Any], statement: Statement) -> dict[str, Any]:
    words = f"EXPLAIN (ANALYZE, FORMAT JSON) {statement.words}"
    answer = connection.execute(words.encode(), statement.values).fetchone()
    assert answer is not None
    plan: dict[str, Any] = answer[0][0]["Plan"]
    return plan
