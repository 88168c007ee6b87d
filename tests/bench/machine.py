"""On what was measured."""

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.cluster import programs

THEIRS = Path(__file__).parent / "competitors" / "requirements.txt"
OURS = ("python-telegram-bot", "sqlalchemy", "apscheduler", "aiohttp")
COMPARED = ("aiogram", "python-telegram-bot")


def described() -> str:
    """The day, the machine and the versions, in two sentences."""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    ours = ", ".join(f"{name} {version(name)}" for name in OURS)
    theirs = ", ".join(_locked(name) for name in COMPARED)
    return f"Measured on {datetime.now(UTC).date()}: {machine}, {_postgresql()}. Steget with {ours}; beside {theirs}."


def _locked(name: str) -> str:
    found = re.search(rf"^{name}==(\S+)", THEIRS.read_text(), re.MULTILINE)
    return f"{name} {found[1]}" if found else name


def _postgresql() -> str:
    said = subprocess.run([programs() / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    return f"PostgreSQL {said.split()[2]}"
