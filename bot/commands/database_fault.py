"""Why a database can't be used and what to do about it, in an operator's words, and never with its password."""

import errno
import getpass
import os
import shlex
import sqlite3
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from messages.terminal import said
from storage.server import servers_of

POSTGRESQL_CAUSES = {
    "TLS: ": ("encryption", ""),
    "root certificate": ("encryption", ""),
    "SSL upgrade": ("encryption", ""),
    "password": ("password", "password"),
    "authentication failed": ("password", "password"),
    "no pg_hba.conf entry": ("not_let_in", ""),
    'role "': ("not_there", "user_missing"),
    "does not exist": ("not_there", "database_missing"),
    "permission denied": ("no_rights", "no_rights"),
    "too many": ("full_of_people", ""),
    "remaining connection slots": ("full_of_people", ""),
    "starting up": ("starting", ""),
    "refused": ("away", "away"),
    "Connect call failed": ("away", "away"),
    "closed in the middle": ("away", "away"),
    "resolve host": ("name_unknown", "name_unknown"),
    "No such file": ("away", "away"),
    "timeout": ("away", "away"),
    "unreachable": ("away", "away"),
    "closed the connection": ("away", "away"),
    "connection_lost": ("away", "away"),
    "reset by peer": ("away", "away"),
    "No space left": ("full", ""),
}
"""What the server's and the driver's words hold, the key of what to tell, and of what to do; the first counts."""

SQLITE_CAUSES = {
    sqlite3.SQLITE_NOTADB: ("not_database", "not_database"),
    sqlite3.SQLITE_CORRUPT: ("not_database", "not_database"),
    sqlite3.SQLITE_FULL: ("full", "full"),
    sqlite3.SQLITE_IOERR: ("disk", "full"),
    sqlite3.SQLITE_BUSY: ("busy", "busy"),
}
"""SQLite's own codes, but for those that say of a file no more than that it can't be opened, or written."""


def explained_database(error: DBAPIError | OSError, address: str) -> str:
    """What is wrong and where to look; and, where there is one, a command that sets it right."""
    url = make_url(address)
    cause, remedy, of = _sqlite(error, url) if url.get_backend_name() == "sqlite" else _postgresql(error, url)
    told = said("database.cannot_open", cause=said(f"database.{cause}", **of))
    quoted = {name: shlex.quote(value) for name, value in of.items()}
    return "\n".join([told, *([said(f"remedy.{remedy}", **quoted)] if remedy else [])])


Fault = tuple[str, str, dict[str, str]]
"""The key of what to tell, of what to do, and what both name."""


def _postgresql(error: DBAPIError | OSError, url: URL) -> Fault:
    words = str(error.orig if isinstance(error, DBAPIError) else error)
    cause, remedy = next((keys for sign, keys in POSTGRESQL_CAUSES.items() if sign in words), ("other", ""))
    first_line = next(iter(words.splitlines()), type(error).__name__).rstrip(".").removeprefix("TLS: ")
    server = servers_of(url)[-1]
    return (
        cause,
        remedy,
        {
            "host": server.host or "127.0.0.1",
            "port": str(server.port or 5432),
            "user": url.username or "",
            "database": url.database or "",
            "folder": "",
            "words": first_line,
        },
    )


def _sqlite(error: DBAPIError | OSError, url: URL) -> Fault:
    file = Path(url.database or "").absolute()
    code = getattr(error.orig, "sqlite_errorcode", None) if isinstance(error, DBAPIError) else None
    # The lowest byte is the sort of error; what stands above it says which of that sort.
    known = SQLITE_CAUSES.get(code & 0xFF) if code is not None else None
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        known = SQLITE_CAUSES[sqlite3.SQLITE_FULL]
    cause, remedy = known or _why_not_opened(file)
    words = str(error.orig if isinstance(error, DBAPIError) else error.strerror)
    return (
        cause,
        remedy,
        {
            "file": str(file),
            "folder": str(file.parent),
            "user": getpass.getuser(),
            "words": words,
        },
    )


def _why_not_opened(file: Path) -> tuple[str, str]:
    """The keys of what to tell and what to do: SQLite says only that it couldn't, so look oneself."""
    if file.parent.is_file():
        return "folder_is_file", ""
    if not file.parent.is_dir():
        return "folder_missing", "folder_missing"
    if file.is_dir():
        return "is_folder", ""
    if file.exists() and not os.access(file, os.R_OK | os.W_OK):
        return "file_no_rights", "file_closed" if _is_ours(file) else "file_no_rights"
    if not os.access(file.parent, os.W_OK | os.X_OK):
        return "folder_no_rights", "folder_closed" if _is_ours(file.parent) else "folder_no_rights"
    return "other", ""


def _is_ours(path: Path) -> bool:
    return path.stat().st_uid == os.geteuid()
