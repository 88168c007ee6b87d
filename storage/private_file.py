"""The database's file is its owner's alone: it names people and what was promised."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import URL

OWNERS_ALONE = 0o600
OTHERS = 0o077
COMPANIONS = ("-wal", "-shm", "-journal", ".lock")
"""What SQLite and the lock put beside the file, by the end of their names. SQLite gives its own the file's rights."""

IN_MEMORY = ":memory:"
"""What SQLite calls a database that has no file."""


def keep_private(url: URL) -> None:
    """Make the file with nobody else's rights, before SQLite makes it with everybody's; take such rights away.

    A folder that isn't there, or isn't ours, is told by whoever opens the file.
    """
    file = Path(url.database or IN_MEMORY)
    if url.get_backend_name() != "sqlite" or file.name == IN_MEMORY or not file.parent.is_dir() or file.is_dir():
        return
    if not file.exists() and os.access(file.parent, os.W_OK):
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, OWNERS_ALONE))
    for each in readable_by_others(url):
        if each.stat().st_uid == os.geteuid():
            each.chmod(stat.S_IMODE(each.stat().st_mode) & OWNERS_ALONE)


def readable_by_others(url: URL) -> Iterator[Path]:
    """Those of its files that others on this machine may read or change."""
    file = url.database or ""
    for each in [Path(file), *(Path(file + end) for end in COMPANIONS)]:
        if each.is_file() and each.stat().st_mode & OTHERS:
            yield each
