"""What tests share. Whatever uses a database runs on both, SQLite and PostgreSQL."""

import gc
import os
import shutil
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from storage import migration
from storage.database import Database
from tests.city import City, a_city
from tests.cluster import Cluster, a_cluster
from tests.compiled_once import compile_once
from tests.empty_database import EmptyDatabase, EmptyFile, EmptyTemplate
from tests.everything import IS_EVERYTHING
from tests.understood import Statements

compile_once()

IN_MEMORY = Path("/dev/shm")  # noqa: S108  pytest makes a folder of its own in it, for nobody else
ROOM = 3 * 1024**3
"""Bytes that a whole run takes at most, PostgreSQL's files with it."""

if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
    # No test can see whether a power cut is survived, so none needs to wait for a disk: it is half of the time.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

HERE = Path(__file__).parent
MOSTLY_ON_SQLITE = (
    HERE / "conversations",
    HERE / "secrecy",
    *(
        HERE / "importing" / f"test_{name}.py"
        for name in ("changes", "framework", "many_changes", "plan", "registers", "taking_in", "what_is_known")
    ),
    *(
        HERE / "delivery" / f"test_{name}.py"
        for name in ("button_styles", "description", "documents", "failures", "files", "network", "pictures", "secrets")
    ),
    *(HERE / "faults" / f"test_{name}.py" for name in ("clock_set", "handling", "malformed", "running")),
)
"""Tests of what is said, decided or compared, or of what Telegram answers: what differs between the two databases is in
`storage/`, and in who may do something at once."""

ONE_IN = 96
"""Of these so many run on PostgreSQL too, and it is asked about every statement (`tests/understood.py`); with
STEGET_EVERYTHING=1 all do."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what docs/decisions/0018 leaves to `make soak`: most second runs, on PostgreSQL."""
    second_runs = [item for item in items if "postgresql" in item.nodeid and is_mostly_on_sqlite(item.path)]
    left_out = [] if IS_EVERYTHING else _left_to_soak(second_runs)
    config.hook.pytest_deselected(items=left_out)
    gone = set(left_out)
    items[:] = [item for item in items if item not in gone]


def is_mostly_on_sqlite(file: Path) -> bool:
    """Whether most of its tests run on SQLite alone."""
    return not {file, *file.parents}.isdisjoint(MOSTLY_ON_SQLITE)


def _left_to_soak(second_runs: list[pytest.Item]) -> list[pytest.Item]:
    """All but the first by a checksum of their names, which is the same in every worker and on every day."""
    in_order = sorted(second_runs, key=lambda item: zlib.crc32(item.nodeid.encode()))
    return in_order[-(-len(in_order) // ONE_IN) :]


SELDOM = 50_000
"""New objects between two looks for what nobody needs. Each look takes in all that a city has, and it is soon gone."""


def pytest_collection_finish() -> None:
    """What is imported by now stays: as in a bot that runs (bot/commands/run.py), nobody looks through it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM)


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


@pytest.fixture(scope="session")
def statements(empty_file: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Statements]:  # noqa: ARG001  migrations have run by then
    """What is asked of SQLite where most runs on it alone; in the end PostgreSQL says whether it understands that too.

    In a run by workers: whoever runs a test by itself needn't wait for a PostgreSQL to start.
    """
    asked = Statements()
    yield asked
    if worker_id != "master":
        with suppress(pytest.skip.Exception), a_cluster(tmp_path_factory.getbasetemp().parent) as running:
            wrong = "\n".join(asked.not_understood(running.url(running.lend())))
            assert not wrong, f"PostgreSQL does not take what SQLite was asked:\n{wrong}"


@pytest.fixture(autouse=True)
def heard_statements(request: pytest.FixtureRequest) -> Iterator[None]:
    """Hear what is asked where most runs on SQLite alone."""
    if not is_mostly_on_sqlite(request.path):
        yield
        return
    with request.getfixturevalue("statements").heard():
        yield


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
