"""Bring a database to the shape that this version of the program expects."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(url: str) -> None:
    """Run every migration that the database has not had yet. Raises what SQLAlchemy raises if it can't connect."""
    command.upgrade(_config(url), "head")


def is_up_to_date(url: str) -> bool:
    """Whether the database has had every migration."""
    parsed = make_url(url)
    is_sqlite = parsed.get_backend_name() == "sqlite"
    if is_sqlite and not Path(parsed.database or "").exists():
        return False
    engine = create_engine(parsed.set(drivername="sqlite") if is_sqlite else parsed)
    try:
        with engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    return current == ScriptDirectory.from_config(_config(url)).get_current_head()


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    return config
