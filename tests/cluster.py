"""A PostgreSQL of the tests' own: started by whoever needs it first, shared by all workers, gone with the last."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

import psycopg
import pytest
from filelock import FileLock
from psycopg import sql

from storage import migration
from tests.as_made import AsMade
from tests.cluster_keeper import ALIVE, ROLE

DEBIANS = Path("/usr/lib/postgresql")
TEMPLATE = "empty"
ROOT = Path(__file__).parent.parent


class Cluster:
    """The running PostgreSQL, with a migrated database to copy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._connection = psycopg.connect(self.url("postgres"), autocommit=True)
        self._emptied: list[str] = []
        self._as_made: dict[str, AsMade] = {}

    def url(self, database: str, *, user: str = ROLE) -> str:
        """Where that database is, as STEGET_DATABASE_URL says it."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def create(self, database: str) -> None:
        """Make a database with every table and nothing in it."""
        # Whole files are copied: faster than through the write-ahead log, which nobody needs here.
        statement = "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY"
        self._connection.execute(sql.SQL(statement).format(sql.Identifier(database), sql.Identifier(TEMPLATE)))

    def lend(self) -> str:
        """A database as the migrations make it: one that came back, or a new one; its name.

        Emptying one takes a tenth of the time that making and dropping one takes, and tests need thousands.
        """
        if self._emptied:
            return self._emptied.pop()
        name = f"steget_{uuid4().hex}"
        self.create(name)
        with self._connected(name) as connection:
            self._as_made[name] = AsMade(connection)
        return name

    def take_back(self, database: str) -> None:
        """Empty a lent database for the next test; one whose tables a test has changed is dropped."""
        try:
            with self._connected(database) as connection:
                is_as_made = self._as_made[database].is_brought_back(connection)
        except psycopg.Error:
            is_as_made = False
        if is_as_made:
            self._emptied.append(database)
        else:
            self.drop(database)

    def drop(self, database: str) -> None:
        """Remove a database, whoever may be connected to it."""
        self._connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))

    def execute(self, statement: str) -> None:
        """Do something that only the server's administrator can."""
        self._connection.execute(statement.encode())

    def is_in_use(self, database: str) -> bool:
        """Whether anybody is connected to a database."""
        statement = "SELECT FROM pg_stat_activity WHERE datname = %s"
        return self._connection.execute(statement, [database]).rowcount > 0

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _connected(self, database: str) -> psycopg.Connection[Any]:
        return psycopg.connect(self.url(database), autocommit=True, options="-c lock_timeout=5s")


@contextmanager
def a_cluster(shared_folder: Path, *, is_durable: bool = False) -> Iterator[Cluster]:
    """The cluster of this run, whose workers share the folder; skips, or fails where CI is set, without PostgreSQL.

    Tests need none that a power cut leaves whole; what is measured is.
    """
    found = programs()
    with FileLock(shared_folder / "cluster.lock"):
        joined = _joined(shared_folder) or _started(shared_folder, found, is_durable=is_durable)
    folder, alive = joined
    cluster = Cluster(folder)
    try:
        yield cluster
    finally:
        cluster.close()
        alive.close()


def programs() -> Path:
    """Where PostgreSQL's programs are; on Debian they are on nobody's path."""
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve().parent] if on_path else sorted(DEBIANS.glob("*/bin"), reverse=True)
    if not found:
        if os.environ.get("CI"):
            pytest.fail("CI must have PostgreSQL: .ci/run installs it")
        pytest.skip("needs PostgreSQL's programs; on Debian: apt-get install postgresql")
    return found[0]


def _joined(shared_folder: Path) -> tuple[Path, IO[str]] | None:
    """The cluster that another worker has started, if it is still there."""
    try:
        folder = Path((shared_folder / "cluster").read_text())
        alive = (folder / ALIVE).open()
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(alive, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        alive.close()
        return None
    if (folder / ALIVE).exists():
        return folder, alive
    alive.close()
    return None


def _started(shared_folder: Path, programs: Path, *, is_durable: bool) -> tuple[Path, IO[str]]:
    # Not under pytest's own folder: others may not enter that, and a socket's path must be short.
    folder = Path(tempfile.mkdtemp(prefix="steget-", dir="/tmp"))
    alive = (folder / ALIVE).open("w")
    fcntl.flock(alive, fcntl.LOCK_SH)
    keeper = [
        sys.executable,
        "-m",
        "tests.cluster_keeper",
        str(programs),
        str(folder),
        *(["durable"] if is_durable else []),
    ]
    trouble = subprocess.run(keeper, cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True, check=True).stdout
    if trouble:
        pytest.fail(f"PostgreSQL did not start:\n{trouble.decode()}")
    migration.upgrade(f"postgresql://{ROLE}@/{_made(folder)}?host={folder}")
    (shared_folder / "cluster").write_text(str(folder))
    return folder, alive


def _made(folder: Path) -> str:
    """The database that will be the template."""
    with psycopg.connect(f"postgresql://{ROLE}@/postgres?host={folder}", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(TEMPLATE)))
    return TEMPLATE
