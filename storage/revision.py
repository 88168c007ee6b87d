"""Whether a database has the shape that this version of the program expects.

Asked at each start, so it does without the library that migrates: that would weigh on the bot as long as it runs.
"""

from pathlib import Path

from sqlalchemy import Connection, String, column, create_engine, inspect, make_url, select, table
from sqlalchemy.engine import URL

from storage.apart import done_apart

VERSIONS = Path(__file__).parent / "migrations" / "versions"


def is_up_to_date(url: str) -> bool:
    """Whether the database has had every migration. Raises what SQLAlchemy raises if it can't connect."""
    return _kept_in(make_url(url)) == newest()


def is_newer(url: str) -> bool:
    """Whether it has had migrations that this version doesn't know. Raises as above."""
    return (_kept_in(make_url(url)) or "") > newest()


def newest() -> str:
    """The revision of the last migration: their files are named in the order in which they run."""
    return max(file.name.partition("_")[0] for file in VERSIONS.glob("[0-9]*_*.py"))


def _kept_in(url: URL) -> str | None:
    """The revision that the database has; None where nothing was ever migrated."""
    if url.get_backend_name() != "sqlite":
        return done_apart(_kept_in_postgresql(url))
    if not Path(url.database or "").exists():
        return None
    engine = create_engine(url.set(drivername="sqlite"))
    try:
        with engine.connect() as connection:
            return _noted(connection)
    finally:
        engine.dispose()


async def _kept_in_postgresql(url: URL) -> str | None:
    from storage.postgresql import postgresql_engine  # noqa: PLC0415  a bot on SQLite does without the driver

    engine = postgresql_engine(url, "READ COMMITTED", limits={}, pool_size=1)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_noted)
    finally:
        await engine.dispose()


def _noted(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(select(column("version_num", String)).select_from(table("alembic_version")))
