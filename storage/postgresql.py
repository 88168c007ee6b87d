"""PostgreSQL: its engines, and how a connection is made. With `listening.py` the one place that knows the driver.

A bot on SQLite loads neither.
"""

import contextlib
import os
import socket
import ssl
from collections.abc import Mapping
from functools import partial
from typing import Any

import asyncpg
from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.engine.interfaces import IsolationLevel
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.server import Server, servers_of
from storage.trouble import FAILED

CONNECT_FOR = 10
"""Seconds that a server has to answer."""

SETTINGS = {"application_name": "steget"}

STATEMENTS_KEPT = 500
"""So many statements each connection knows already when they are asked again."""

OF_LIBPQ = (
    *("channel_binding", "client_encoding", "connect_timeout", "fallback_application_name", "gssdelegation"),
    *("gssencmode", "hostaddr", "keepalives", "keepalives_count", "keepalives_idle", "keepalives_interval"),
    *("load_balance_hosts", "max_protocol_version", "min_protocol_version", "requirepeer", "sslcertmode"),
    *("sslcompression", "sslsni", "tcp_user_timeout"),
)
"""What may stand in an address for PostgreSQL's own client, and would be taken for settings of the server here."""

OF_SERVERS = ("host", "port")
SYSTEM = "system"
OF_FILES = ("sslrootcert", "sslcert", "sslkey", "sslcrl")

REFUSALS = (asyncpg.PostgresError, asyncpg.InternalClientError, asyncpg.InterfaceError)
"""What the driver raises where a server gives no connection."""


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
    """A connection of the driver's own, to the first server that gives one. Raises what a database can't do."""
    *others, last = servers_of(url)
    for server in others:
        # As PostgreSQL's own client does: whatever is wrong with one, another may do.
        with contextlib.suppress(*REFUSALS):
            return await _connected_to(server, url, settings)
    return await _connected_to(last, url, settings)


async def _connected_to(server: Server, url: URL, settings: dict[str, str]) -> Any:
    """Raises PostgresError, whatever the system says stood in the way."""
    trusting = {"ssl": ssl.create_default_context()} if _trusts_system(url) else {}
    try:
        return await asyncpg.connect(
            _address(url),
            host=server.host,
            port=server.port,
            timeout=CONNECT_FOR,
            server_settings=settings,
            **trusting,
        )
    except (OSError, UnicodeError) as error:
        raise asyncpg.ClientCannotConnectError(_words(error, url)) from error


def _address(url: URL) -> str:
    """Of the address what the driver reads by itself."""
    of_system = ("sslmode", "sslrootcert") if _trusts_system(url) else ()
    read_here = (*OF_SERVERS, *OF_LIBPQ, *of_system)
    return url.set(drivername="postgresql").difference_update_query(read_here).render_as_string(hide_password=False)


def _trusts_system(url: URL) -> bool:
    """Whether the certificates of the machine count: whoever means them wants the server's name looked at too."""
    return url.query.get("sslrootcert") == SYSTEM


def _words(error: OSError | UnicodeError, url: URL) -> str:
    """What the system says, in words by which a fault is told from others (`bot/commands/database_fault.py`)."""
    match error:
        case TimeoutError():
            return "timeout"
        case socket.gaierror() | UnicodeError():
            return "can't resolve host"
        case ssl.SSLError():
            return f"TLS: {_of_encryption(error)}"
        case FileNotFoundError() | PermissionError() if file := _unreadable(url):
            return f"TLS: {file}: {error.strerror}"
        case OSError(errno=int(number)) if number > 0:
            return os.strerror(number)
    return str(error)


def _of_encryption(error: ssl.SSLError) -> str:
    """Its number is none of the system's, and would be told as "Operation not permitted"."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return (error.reason or type(error).__name__).replace("_", " ").lower()


def _unreadable(url: URL) -> str:
    """The first file of the address that can't be read: the system doesn't name it."""
    named = (url.query.get(name, SYSTEM) for name in OF_FILES)
    files = (file for file in named if isinstance(file, str) and file != SYSTEM)
    return next((file for file in files if not os.access(file, os.R_OK)), "")


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
