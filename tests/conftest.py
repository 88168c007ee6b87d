"""What tests share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import migration
from storage.database import Database
from tests.city import City, a_city


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with every table and nothing in it, to copy."""
    file = tmp_path_factory.mktemp("empty") / "empty.sqlite"
    migration.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
async def database(tmp_path: Path, empty_database: Path) -> AsyncIterator[Database]:
    """A database of the test's own."""
    file = tmp_path / "own.sqlite"
    file.write_bytes(empty_database.read_bytes())
    database = Database(f"sqlite:///{file}")
    yield database
    await database.close()


@pytest.fixture
async def city(tmp_path: Path, empty_database: Path) -> AsyncIterator[City]:
    """A running city."""
    async with a_city(tmp_path, empty_database) as running:
        yield running
