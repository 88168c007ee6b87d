"""Run by Alembic: connect and migrate, one transaction for each step."""

from alembic import context
from sqlalchemy import create_engine, make_url

from storage.tables import Base

LOCK_TIMEOUT = "5s"
"""On PostgreSQL a migration that can't get its lock gives up, rather than stand before everyone else."""


def migrate() -> None:
    """Bring the database that the caller named to the revision that the caller named."""
    url = make_url(context.config.attributes["url"])
    is_sqlite = url.get_backend_name() == "sqlite"
    engine = create_engine(url.set(drivername="sqlite") if is_sqlite else url)
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=is_sqlite,
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            if not is_sqlite:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
            context.run_migrations()
    engine.dispose()


migrate()
