from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from storage import revision
from storage.migration import MIGRATIONS
from tests.empty_database import EmptyDatabase


def test_the_newest_revision_is_the_one_that_the_migrations_lead_to() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert revision.newest() == ScriptDirectory.from_config(config).get_current_head()


def test_only_a_database_that_has_had_every_migration_is_up_to_date(
    tmp_path: Path, empty_database: EmptyDatabase
) -> None:
    url = empty_database.copied(tmp_path)
    assert revision.is_up_to_date(url)
    change(url, "UPDATE alembic_version SET version_num = '0001'")
    assert not revision.is_up_to_date(url)
    change(url, "DELETE FROM alembic_version")
    assert not revision.is_up_to_date(url)
    change(url, "DROP TABLE alembic_version")
    assert not revision.is_up_to_date(url)


def test_to_ask_for_a_file_that_is_not_there_makes_none(tmp_path: Path) -> None:
    file = tmp_path / "none.sqlite"
    assert not revision.is_up_to_date(f"sqlite:///{file}")
    assert not file.exists()


def change(url: str, statement: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


async def test_whoever_stands_in_a_loop_already_may_ask_too(tmp_path: Path, empty_database: EmptyDatabase) -> None:
    assert revision.is_up_to_date(empty_database.copied(tmp_path))
