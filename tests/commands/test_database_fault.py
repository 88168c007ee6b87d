"""What SQLite itself says when it can't go on is told in plain words: its own errors, not made up."""

import contextlib
import sqlite3
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from bot.commands.database_fault import explained_database


def told_of(url: str, *statements: str) -> str:
    """What an operator is told of the error that these statements end in."""
    engine = create_engine(url, connect_args={"timeout": 0})
    try:
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
    except DBAPIError as error:
        return explained_database(error, url)
    finally:
        engine.dispose()
    raise AssertionError("nothing went wrong")


def test_a_full_disk(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'steget.sqlite'}"
    told = told_of(url, "PRAGMA max_page_count = 1", "CREATE TABLE much (words)")
    assert told.splitlines() == [
        "The database can't be opened: the disk is full. Look at STEGET_DATABASE_URL.",
        f"Make room. What fills it: df -h {tmp_path}",
    ]


def test_another_program_that_writes_without_end(tmp_path: Path) -> None:
    file = tmp_path / "steget.sqlite"
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        told = told_of(f"sqlite:///{file}", "CREATE TABLE much (words)")
    assert "another program writes to it and doesn't end." in told
    assert f"Find it: fuser -v {file}" in told


def test_what_nobody_foresaw_is_told_in_the_databases_own_words(tmp_path: Path) -> None:
    assert "no such table: nowhere." in told_of(f"sqlite:///{tmp_path / 'steget.sqlite'}", "SELECT * FROM nowhere")
