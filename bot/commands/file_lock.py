"""One running bot on one SQLite file: a second is told so, rather than let in to spoil the order."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import make_url

from storage.private_file import OWNERS_ALONE


class AlreadyRunningError(Exception):
    """Another process runs on the same file."""


@contextmanager
def only_one(database_url: str) -> Iterator[None]:
    """Hold the lock beside the database file; the system lets go of it even if the process is killed."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite" or url.database is None:
        yield
        return
    database = Path(url.database).resolve()
    with os.fdopen(os.open(f"{database}.lock", os.O_RDWR | os.O_CREAT, OWNERS_ALONE)) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunningError(str(database)) from error
        yield
