"""Run by Alembic: connect and migrate, one transaction for each step."""

from typing import Any

from alembic import context
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL

from storage.apart import done_apart
from storage.postgresql import postgresql_engine
from storage.tables import Base

LOCK_TIMEOUT = "5s"
"""On PostgreSQL a migration that can't get its lock gives up, rather than stand before everyone else."""


def migrate() -> None:
    """Bring the database that the caller named to the revision that the caller named."""
    url = make_url(context.config.attributes["url"])
    if url.get_backend_name() != "sqlite":
        done_apart(_migrate_postgresql(url))
        return
    engine = _sqlite(url)
    try:
        with engine.connect() as connection:
            _migrate(connection)
    finally:
        # Also where a migration is refused: the pool would leave its connection open.
        engine.dispose()


async def _migrate_postgresql(url: URL) -> None:
    engine = postgresql_engine(url, "READ COMMITTED", limits={"lock_timeout": LOCK_TIMEOUT}, pool_size=1)
    try:
        async with engine.connect() as connection:
            await connection.run_sync(_migrate)
    finally:
        await engine.dispose()


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=True,
        # Both can undo a half-made table; Alembic believes it of PostgreSQL only.
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


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
