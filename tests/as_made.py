"""How a database was when it was new, so that it can be brought back to that for the next test."""

from typing import Any

from psycopg import Connection, sql

CATALOGS = ("pg_class", "pg_attribute", "pg_trigger", "pg_constraint", "pg_index", "pg_statistic")


class AsMade:
    """The definitions of a new PostgreSQL database, and the few rows that migrations put into it."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._definitions = _definitions(connection)
        names = connection.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        )
        self._rows = [(table, _rows(connection, table)) for table in [sql.Identifier(name) for (name,) in names]]

    def is_brought_back(self, connection: Connection[Any]) -> bool:
        """Remove whatever was written, whoever is still connected; False where the tables themselves are others."""
        if _definitions(connection) != self._definitions:
            return False
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> %s",
            [connection.info.backend_pid],
        )
        with connection.transaction():
            # The record refuses to be emptied, and tables refer to one another: for this once neither is asked.
            connection.execute("SET LOCAL session_replication_role = replica")
            for table, rows in self._rows:
                connection.execute(sql.SQL("DELETE FROM {}").format(table))
                if rows:
                    _write(connection, table, rows)
            connection.execute("SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'")
        connection.execute(sql.SQL("VACUUM {}").format(sql.SQL(", ").join(table for table, _ in self._rows)))
        return True


def _definitions(connection: Connection[Any]) -> list[Any]:
    """What differs after any change to tables, triggers, statistics or the database's own settings."""
    of_catalog = sql.SQL("SELECT sum(xmin::text::bigint), count(*) FROM {}")
    versions = [of_catalog.format(sql.Identifier(catalog)) for catalog in CATALOGS]
    settings = sql.SQL("SELECT count(*), 0 FROM pg_db_role_setting")
    return connection.execute(sql.SQL(" UNION ALL ").join([*versions, settings])).fetchall()


def _rows(connection: Connection[Any], table: sql.Identifier) -> bytes:
    with connection.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(table)) as copy:
        return b"".join(bytes(part) for part in copy)


def _write(connection: Connection[Any], table: sql.Identifier, rows: bytes) -> None:
    with connection.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(table)) as copy:
        copy.write(rows)
