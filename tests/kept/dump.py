"""A kept database as text: written by the database's own means, and loaded into one that is empty."""

import gzip
import re
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg

from tests.cluster import Cluster, programs

FOLDER = Path(__file__).parent
OF_PSQL = r"^\\(un)?restrict .*\n"
"""Two lines that psql alone understands."""

SQLITE, POSTGRESQL = "sqlite", "postgresql"

MADE_UP_CODE = "made-up-code"
"""Lies in dumps where a message that is said once more needs an invitation's code, and lets nobody in."""


def file_of(name: str, engine: str) -> Path:
    """Where the dump of that name is kept."""
    return FOLDER / f"{name}.{engine}.sql.gz"


def keep(file: Path, statements: str) -> None:
    """Write it down, the same for the same database."""
    file.write_bytes(gzip.compress(statements.encode(), mtime=0))


def kept(file: Path) -> str:
    """What was written down."""
    return gzip.decompress(file.read_bytes()).decode()


def dumped_sqlite(file: Path) -> str:
    """All of it, tables and rows."""
    with closing(sqlite3.connect(file)) as connection:
        return "\n".join(connection.iterdump()) + "\n"


def load_sqlite(statements: str, file: Path) -> str:
    """Make the file; its address."""
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(statements)
    return f"sqlite:///{file}"


def dumped_postgresql(cluster: Cluster, database: str) -> str:
    """All of it, tables and rows, without whose it was."""
    address = cluster.url(database)
    dump = [str(programs() / "pg_dump"), "--no-owner", "--no-privileges", "--no-comments", "--inserts", address]
    statements = subprocess.run(dump, stdout=subprocess.PIPE, check=True).stdout.decode()
    return re.sub(OF_PSQL, "", statements, flags=re.MULTILINE)


def load_postgresql(statements: str, cluster: Cluster, database: str) -> str:
    """Make the database; its address."""
    cluster.execute(f"CREATE DATABASE {database} TEMPLATE template0")
    address = cluster.url(database)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statements.encode())
    return address
