"""Run by Alembic: connect and migrate, one transaction for each step."""

from typing import Any

from alembic import context
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL

from storage.tables import Base

LOCK_TIMEOUT = "5s"
"""On PostgreSQL a migration that can't get its lock gives up, rather than stand before everyone else."""


def migrate() -> None:
    """Bring the database that the caller named to the revision that the caller named."""
    url = make_url(context.config.attributes["url"])
    is_sqlite = url.get_backend_name() == "sqlite"
    engine = _sqlite(url) if is_sqlite else _postgresql(url)
    try:
        with engine.connect() as connection:
            context.configure(
                connection=connection,
                target_metadata=Base.metadata,
                render_as_batch=is_sqlite,
                transaction_per_migration=True,
                # Both can undo a half-made table; Alembic believes it of PostgreSQL only.
                transactional_ddl=True,
            )
            with context.begin_transaction():
                context.run_migrations()
    finally:
        # Also where a migration is refused: the pool would leave its connection open.
        engine.dispose()


def _postgresql(url: URL) -> Engine:
    return create_engine(url, connect_args={"options": f"-c lock_timeout={LOCK_TIMEOUT}"})


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url.set(drivername="sqlite"))

    @event.listens_for(engine, "connect")
    def leave_transactions_to_us(connection: Any, _record: object) -> None:
        connection.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


migrate()
