"""What tests share. Whatever uses a database runs on both, SQLite and PostgreSQL."""

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from storage import migration
from storage.database import Database
from tests.city import City, a_city
from tests.cluster import Cluster, a_cluster
from tests.empty_database import EmptyDatabase, EmptyFile, EmptyTemplate


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Say a figure for people: it stands at the end of the run, in the closing note of a release."""
    return lambda said: record_property("figure", said)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what tests have measured, also where they ran in workers."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    figures = [
        (report.nodeid, said)
        for report in reports
        if report.when == "call"
        for name, said in report.user_properties
        if name == "figure"
    ]
    if figures:
        terminalreporter.section("figures")
    for test, said in sorted(figures):
        terminalreporter.write_line(f"{test.rpartition('::')[2]}: {said}")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with every table and nothing in it."""
    file = tmp_path_factory.mktemp("empty") / "empty.sqlite"
    migration.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Cluster]:
    """A PostgreSQL that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    with a_cluster(own if worker_id == "master" else own.parent) as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest) -> Iterator[EmptyDatabase]:
    """An empty database to copy, on each of both."""
    empty: EmptyDatabase
    if request.param == "sqlite":
        empty = EmptyFile(request.getfixturevalue("empty_file"))
    else:
        empty = EmptyTemplate(request.getfixturevalue("cluster"))
    yield empty
    empty.clear_away()


@pytest.fixture
async def database(tmp_path: Path, empty_database: EmptyDatabase) -> AsyncIterator[Database]:
    """A database of the test's own."""
    database = Database(empty_database.copied(tmp_path))
    yield database
    await database.close()


@pytest.fixture
async def city(tmp_path: Path, empty_database: EmptyDatabase) -> AsyncIterator[City]:
    """A running city."""
    async with a_city(tmp_path, empty_database) as running:
        yield running
