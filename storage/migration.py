"""Bring a database to the shape that this version of the program expects."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import make_url

from storage.private_file import keep_private

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(url: str) -> None:
    """Run every migration that the database has not had yet. Raises what SQLAlchemy raises if it can't connect."""
    keep_private(make_url(url))
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["url"] = url
    command.upgrade(config, "head")
