"""PostgreSQL: its engines, and how a connection is made. With `listening.py` the one place that knows the driver.

A bot on SQLite loads neither.
"""

import os
from collections.abc import Mapping
from functools import partial
from typing import Any

import asyncpg
from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.engine.interfaces import IsolationLevel
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.trouble import FAILED

CONNECT_FOR = 10
"""Seconds that a server has to answer."""

SETTINGS = {
    "application_name": "steget",
    # Each statement is planned with its values: a plan for any values can't use an index on what is queued.
    "plan_cache_mode": "force_custom_plan",
}

STATEMENTS_KEPT = 500
"""So many statements each connection knows already when they are asked again."""

OF_LIBPQ = (
    *("channel_binding", "client_encoding", "connect_timeout", "fallback_application_name", "gssencmode", "hostaddr"),
    *("keepalives", "keepalives_count", "keepalives_idle", "keepalives_interval", "load_balance_hosts", "requirepeer"),
    *("sslcompression", "sslsni", "tcp_user_timeout"),
)
"""What may stand in an address for PostgreSQL's own client, and would be taken for settings of the server here."""


def postgresql_engine(url: URL, isolation: IsolationLevel, *, limits: Mapping[str, str], pool_size: int) -> AsyncEngine:
    """Connections to the server, all with these settings of its own."""
    engine = create_async_engine(
        # The driver reads the address by itself, with all that may stand in it for certificates.
        URL.create("postgresql+asyncpg"),
        isolation_level=isolation,
        pool_size=pool_size,
        max_overflow=0,
        connect_args={
            "async_creator_fn": partial(connected, url, **SETTINGS, **limits),
            "prepared_statement_cache_size": STATEMENTS_KEPT,
        },
        hide_parameters=True,
    )
    event.listen(engine.sync_engine, "checkout", _refuse_closed)
    event.listen(engine.sync_engine, "begin", _forget_failure)
    event.listen(engine.sync_engine, "rollback_savepoint", _forget_failure)
    event.listen(engine.sync_engine, "handle_error", _note_failure)
    return engine


async def connected(url: URL, **settings: str) -> Any:
    """A connection of the driver's own. Raises PostgresError, whatever stood in the way."""
    address = url.set(drivername="postgresql").difference_update_query(OF_LIBPQ)
    try:
        return await asyncpg.connect(
            address.render_as_string(hide_password=False), timeout=CONNECT_FOR, server_settings=settings
        )
    except OSError as error:
        raise asyncpg.ClientCannotConnectError(_words(error)) from error


def _words(error: OSError) -> str:
    if isinstance(error, TimeoutError):
        return "timeout"
    return os.strerror(error.errno) if error.errno is not None and error.errno > 0 else str(error)


def _refuse_closed(connection: Any, _record: object, _proxy: object) -> None:
    """The loop tells of a server that has gone: nothing need be asked of it first."""
    if connection.driver_connection.is_closed():
        raise InvalidatePoolError


def _note_failure(context: ExceptionContext) -> None:
    if context.connection is not None and not context.connection.invalidated:
        context.connection.info[FAILED] = True


def _forget_failure(connection: Connection, *_name_and_context: object) -> None:
    if not connection.invalidated:
        connection.info.pop(FAILED, None)
