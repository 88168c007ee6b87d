"""A glance at the database past the program: a hundredth of the cost of asking as it does, many times for each turn."""

import sqlite3
from datetime import UTC, datetime
from typing import Any

import psycopg
from sqlalchemy import make_url

UNDER_WAY = """
    SELECT EXISTS (SELECT 1 FROM inbox_chat WHERE place IS NOT NULL)
        OR EXISTS (SELECT 1 FROM outbox WHERE state = 'queued' AND due_at <= {now})
        OR EXISTS (SELECT 1 FROM outbox WHERE state = 'sending')
        OR EXISTS (SELECT 1 FROM sent_file WHERE fetch_at <= {now})
        OR EXISTS (SELECT 1 FROM sent_file WHERE take_in_at <= {now})
"""
"""What the program asks by four questions; that both see the same is a test's (`tests/storage/test_glance.py`)."""
HANDLED = "SELECT count(*) FROM inbox WHERE state = 'handled'"


class Glance:
    """Looks on a connection of its own, which is made anew where it was cut."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._is_sqlite = self._url.get_backend_name() == "sqlite"
        self._connection: sqlite3.Connection | psycopg.Connection[Any] | None = None

    def is_under_way(self, now: datetime) -> bool | None:
        """Whether something is on its way; None where that can't be seen, as while somebody else locks the tables."""
        if self._is_sqlite:
            at = now.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
            seen = self._first(UNDER_WAY.format(now=":now"), now=at)
        else:
            seen = self._first(UNDER_WAY.format(now="%(now)s"), now=now)
        return None if seen is None else bool(seen)

    def handled(self) -> int:
        """How many updates have had their effect; 0 while that can't be seen."""
        return int(self._first(HANDLED) or 0)

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _first(self, statement: str, **values: object) -> Any:
        try:
            return self._connected().execute(statement, values).fetchone()[0]
        except (sqlite3.Error, psycopg.Error):
            self.close()
            return None

    def _connected(self) -> Any:
        if self._connection is None:
            self._connection = (
                sqlite3.connect(self._url.database or "", isolation_level=None, timeout=0)
                if self._is_sqlite
                else psycopg.connect(self._url.render_as_string(hide_password=False), autocommit=True)
            )
        return self._connection
