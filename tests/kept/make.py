"""Make the next dump, on both databases: `python -m tests.kept.make NAME`, from the code as it is."""

import asyncio
import sys
import tempfile
from pathlib import Path

from storage import migration
from tests.cluster import a_cluster
from tests.kept import life
from tests.kept.dump import POSTGRESQL, SQLITE, dumped_postgresql, dumped_sqlite, file_of, keep
from tests.kept.kept_city import a_kept_city


def make(name: str) -> None:
    """Live through it twice."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "city.sqlite"
        migration.upgrade(f"sqlite:///{file}")
        asyncio.run(_lived(f"sqlite:///{file}"))
        keep(file_of(name, SQLITE), dumped_sqlite(file))
        with a_cluster(Path(folder)) as cluster:
            cluster.create("kept")
            asyncio.run(_lived(cluster.url("kept")))
            keep(file_of(name, POSTGRESQL), dumped_postgresql(cluster, "kept"))


async def _lived(database_url: str) -> None:
    async with a_kept_city(database_url) as city:
        await life.goes_by(city)


if __name__ == "__main__":
    make(sys.argv[1])
