"""One running bot on one SQLite file: a second is told so, rather than let in to spoil the order."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout
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
    lock = FileLock(f"{Path(url.database).resolve()}.lock", mode=OWNERS_ALONE)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise AlreadyRunningError(str(Path(url.database).resolve())) from error
    try:
        yield
    finally:
        lock.release()
