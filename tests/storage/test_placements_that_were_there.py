"""Placements from before the clock looked at them: it looks at those whose last day is near, or whose start is new."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from storage import migration

NOW = "2026-11-23 09:00:00.000000"
BEFORE = (
    "INSERT INTO supplier (id, name, created_at) VALUES (1, 'Exempelmåleriet AB', :now)",
    (
        "INSERT INTO person (id, telegram_id, name, role, language, joined_at)"
        " VALUES (1, 7, 'Anna Lind', 'matcher', 'sv', :now)"
    ),
)
SLOT = text(
    "INSERT INTO slot (id, supplier_id, reported_by, kind, trade, places, area, details, starts_on, ends_on, status,"
    " revision, reported_at) VALUES (:id, 1, 1, 'internship', 'painting', 1, 'Centrum', '{}', '2026-01-01', :ends_on,"
    " 'filled', 1, :now)"
)
PLACEMENT = text(
    "INSERT INTO placement (id, code, slot_id, status, started_by, started_at, settled_by, settled_at)"
    " VALUES (:id, :code, :id, :status, 1, :started_at, 1, :now)"
)


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


def test_the_clock_looks_at_those_whose_last_day_is_near_or_who_have_begun_lately_and_at_nothing_that_is_long_over(
    url: str,
) -> None:
    config = Config()
    config.set_main_option("script_location", str(migration.MIGRATIONS))
    config.attributes["url"] = url
    command.upgrade(config, "0012")
    today = datetime.now(UTC).date()
    days: list[date | None] = [today + timedelta(days=60), today - timedelta(days=20), today - timedelta(days=60), None]
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in BEFORE:
            connection.execute(text(statement), {"now": NOW})
        for number, ends_on in enumerate([*days, days[0]], start=1):
            status = "denied" if number > len(days) else "confirmed"
            connection.execute(SLOT, {"id": number, "ends_on": ends_on, "now": NOW})
            told = {"id": number, "code": f"P{number}", "status": status, "now": NOW, "started_at": NOW}
            connection.execute(PLACEMENT, told)
        for number, days_ago in ((6, 20), (7, 40)):
            connection.execute(SLOT, {"id": number, "ends_on": None, "now": NOW})
            started_at = f"{today - timedelta(days=days_ago)} 09:00:00.000000"
            told = {"id": number, "code": f"P{number}", "status": "started", "now": NOW, "started_at": started_at}
            connection.execute(PLACEMENT, told)
    migration.upgrade(url)
    with engine.connect() as connection:
        looked_at = connection.execute(text("SELECT id FROM placement WHERE next_at IS NOT NULL ORDER BY id"))
        assert list(looked_at.scalars()) == [1, 2, 6]
    engine.dispose()
