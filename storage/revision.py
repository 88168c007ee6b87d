"""Whether a database has the shape that this version of the program expects.

Asked at each start, so it does without the library that migrates: that would weigh on the bot as long as it runs.
"""

from pathlib import Path

from sqlalchemy import String, column, create_engine, inspect, make_url, select, table
from sqlalchemy.engine import URL

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
    is_sqlite = url.get_backend_name() == "sqlite"
    if is_sqlite and not Path(url.database or "").exists():
        return None
    engine = create_engine(url.set(drivername="sqlite") if is_sqlite else url)
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return None
            return connection.scalar(select(column("version_num", String)).select_from(table("alembic_version")))
    finally:
        engine.dispose()
