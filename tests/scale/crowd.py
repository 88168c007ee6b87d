"""A database full of people, contracts and what is to come."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain

from sqlalchemy import Connection, create_engine, make_url, text

from tests.scale.asked_and_told import asked_and_told
from tests.scale.rows import POSTGRESQL, SQLITE, everything, numbered_on
from tests.scale.size import Crowd

YEARS_AT_IT = 4
"""For so long it has asked and told."""


def move_in(url: str, crowd: Crowd) -> None:
    """Fill an empty database."""
    is_sqlite = make_url(url).get_backend_name() == "sqlite"
    dialect = SQLITE if is_sqlite else POSTGRESQL
    told = asked_and_told(dialect, suppliers=crowd.suppliers, years=YEARS_AT_IT, bought=crowd.contracts)
    with writing(url) as connection:
        for rows in chain(everything(crowd, dialect), numbered_on(told, dialect)):
            connection.execute(text(rows.statement))
        if not is_sqlite:
            # What a server learns by itself in the course of a day. SQLite is never told, here as little as in a city.
            connection.execute(text("ANALYZE"))


def make_due(url: str, many: int, *, due_on: str, at: str) -> None:
    """Let the ladder have come to so many obligations, each of a contract of its own as far as there are as many."""
    due = text("UPDATE obligation SET due_on = :due_on, planned_on = :due_on, next_at = :at WHERE id <= :many")
    with writing(url) as connection:
        connection.execute(due, {"due_on": due_on, "at": at, "many": many})


def meet_new_telegram(url: str) -> None:
    """A stand-in that was just started numbers its updates as the one before it did: none of them came before."""
    with writing(url) as connection:
        connection.execute(text("DELETE FROM inbox WHERE dedup_key NOT LIKE 'earlier:%'"))


@contextmanager
def writing(url: str) -> Iterator[Connection]:
    """A connection that writes, all or nothing."""
    engine = create_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()
