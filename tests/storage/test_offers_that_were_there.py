"""Offers from before they expired: their day of answer gets its column, and the clock comes to them by and by."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from storage import migration

SUPPLIER = text("INSERT INTO supplier (id, name, created_at) VALUES (1, 'Exempelmåleriet AB', :now)")
PERSON = text(
    "INSERT INTO person (id, telegram_id, name, role, supplier_id, language, joined_at)"
    " VALUES (1, 7, 'Mira Holm', 'supplier', 1, 'sv', :now)"
)
SLOT = text(
    "INSERT INTO slot (id, supplier_id, reported_by, kind, trade, places, area, details, starts_on, status, revision,"
    " reported_at, ask_again_at) VALUES (:id, 1, :by, 'internship', 'painting', 1, 'Centrum', :details, :starts_on,"
    " :status, 1, :now, :ask_again_at)"
)
NOW = "2026-11-23 09:00:00.000000"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with nothing in it, not even tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'city.sqlite'}"
        return
    cluster, name = request.getfixturevalue("cluster"), f"steget_{uuid4().hex}"
    cluster.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    yield cluster.url(name)
    cluster.drop(name)


def test_the_day_of_answer_moves_and_what_waits_is_looked_at_by_and_by(url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(migration.MIGRATIONS))
    config.attributes["url"] = url
    command.upgrade(config, "0011")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(SUPPLIER, {"now": NOW})
        connection.execute(PERSON, {"now": NOW})
        connection.execute(SLOT, [slot(number) for number in range(1, 41)])
        connection.execute(SLOT, [slot(41, details={"tasks": "Måla", "answer_by": "2026-12-04"}, ask_again_at=NOW)])
        connection.execute(SLOT, [slot(42, status="reserved"), slot(43, status="withdrawn"), slot(44, by=None)])
    migration.upgrade(url)
    with engine.connect() as connection:
        rows = {row.id: row for row in connection.execute(text("SELECT * FROM slot"))}
    engine.dispose()
    details = rows[41].details
    assert (json.loads(details) if isinstance(details, str) else details) == {"tasks": "Måla"}
    assert str(rows[41].answer_by) == str(date(2026, 12, 4))
    assert str(rows[41].next_at)[:16] == NOW[:16]
    assert rows[41].asked is None
    assert {rows[number].asked for number in range(1, 41)} == {"matchers"}
    soon = datetime.now(UTC) + timedelta(days=6)
    days = Counter(instant(rows[number].next_at).date() for number in range(1, 41))
    assert min(days) > soon.date()
    assert len(days) >= 20
    assert max(days.values()) <= 4
    assert instant(rows[42].next_at) > soon
    assert rows[42].asked is None
    assert (rows[43].next_at, rows[44].next_at) == (None, None)


def slot(
    number: int,
    *,
    status: str = "open",
    by: int | None = 1,
    details: dict[str, str] | None = None,
    ask_again_at: str | None = None,
) -> dict[str, object]:
    return {
        "id": number,
        "status": status,
        "by": by,
        "details": json.dumps(details or {}),
        "starts_on": "2026-11-30",
        "now": NOW,
        "ask_again_at": ask_again_at,
    }


def instant(kept: object) -> datetime:
    at = datetime.fromisoformat(str(kept))
    return at.replace(tzinfo=at.tzinfo or UTC)
