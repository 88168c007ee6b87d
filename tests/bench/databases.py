"""Both kinds of database, for what is measured in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage import migration
from tests.cluster import a_cluster
from tests.empty_database import EmptyDatabase, EmptyFile, EmptyTemplate


@contextmanager
def both(folder: Path) -> Iterator[dict[str, EmptyDatabase]]:
    """SQLite and PostgreSQL, by their names."""
    file = folder / "empty.sqlite"
    if not file.exists():
        migration.upgrade(f"sqlite:///{file}")
    with a_cluster(folder, is_durable=True) as cluster:
        databases: dict[str, EmptyDatabase] = {"SQLite": EmptyFile(file), "PostgreSQL": EmptyTemplate(cluster)}
        yield databases
        for each in databases.values():
            each.clear_away()
