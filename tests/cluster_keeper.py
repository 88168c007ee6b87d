"""Starts a PostgreSQL in a folder, and stops it and clears away when nobody uses it any more.

A process of its own, detached from the tests: they can be interrupted or killed, and nothing is left running. Everyone
who uses the cluster holds a shared lock on a file, of which the system lets go even after SIGKILL; the keeper waits
until it can have the file for itself.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ALIVE = "alive"
"""The file whose lock says that somebody uses the cluster."""

ROLE = "steget"
UNPRIVILEGED = ("postgres", "nobody")
"""PostgreSQL refuses to be started by root."""

OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
    "autovacuum": "off",
    "max_connections": "300",
    "shared_buffers": "64MB",
    "jit": "off",
    # Not UTC: nothing may depend on it.
    "timezone": "Europe/Stockholm",
}

DURABLE = {"fsync": "on", "full_page_writes": "on", "autovacuum": "on"}
"""As a server has it; where it is measured."""


def owner() -> dict[str, Any]:
    """As whom PostgreSQL's programs run: the arguments for subprocess."""
    if os.geteuid() != 0:
        return {}
    found = next(entry for entry in pwd.getpwall() if entry.pw_name in UNPRIVILEGED)
    return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": ()}


def start(programs: Path, folder: Path, *, is_durable: bool) -> None:
    """Make the cluster and start it; back when it takes connections."""
    data = folder / "data"
    options = OPTIONS | (DURABLE if is_durable else {}) | {"unix_socket_directories": str(folder)}
    settings = " ".join(f"-c {name}='{value}'" for name, value in options.items())
    as_owner = owner()
    if as_owner:
        os.chown(folder, as_owner["user"], as_owner["group"])
    _run([programs / "initdb", "--no-sync", "-A", "trust", "-U", ROLE, "-E", "UTF8", "--locale", "C.UTF-8", "-D", data])
    with (data / "pg_hba.conf").open("r+") as rules:
        # One user who needs a password, for the test that gives a wrong one.
        others = rules.read()
        rules.seek(0)
        rules.write(f"local all guarded scram-sha-256\n{others}")
    _run([programs / "pg_ctl", "-w", "-D", data, "-o", settings, "-l", folder / "log", "start"])


def stop(programs: Path, folder: Path) -> None:
    """Stop the cluster at once; nothing in it is worth a checkpoint."""
    _run([programs / "pg_ctl", "-w", "-D", folder / "data", "-m", "immediate", "stop"])


def _run(words: Sequence[str | Path]) -> None:
    # Not into the keeper's own output: PostgreSQL would hold that open for ever.
    done = subprocess.run(words, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **owner())
    if done.returncode:
        raise RuntimeError(done.stdout.decode())


def keep(programs: Path, folder: Path, *, is_durable: bool) -> None:
    """Start; say so by closing the output, or what went wrong by writing it there; wait; clear away."""
    try:
        start(programs, folder, is_durable=is_durable)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        with (folder / ALIVE).open() as alive:
            fcntl.flock(alive, fcntl.LOCK_EX)
            stop(programs, folder)
    except Exception as error:  # noqa: BLE001  whatever it is, those who wait hear it
        print(error, flush=True)  # noqa: T201  that is how they hear it
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    if os.fork() == 0:
        os.setsid()
        os.dup2(1, 2)
        keep(Path(sys.argv[1]), Path(sys.argv[2]), is_durable="durable" in sys.argv[3:])
