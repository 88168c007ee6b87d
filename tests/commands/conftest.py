"""The command line, in a folder of its own with no settings but those of the test."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.command_line import main
from messages.terminal import ASKED_IN_TURN

DATABASE = "steget.sqlite"
"""Where it lies unless somebody says otherwise."""

Steget = Callable[..., Result]


@pytest.fixture
def steget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Steget:
    """Run `steget` with these words, and STEGET_… settings by name; what it prints comes back."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("STEGET_")]:
        monkeypatch.delenv(name)
    for name in ASKED_IN_TURN:
        monkeypatch.delenv(name, raising=False)

    def run(*words: str, **settings: str) -> Result:
        environment = {f"STEGET_{name.upper()}": value for name, value in settings.items()}
        return CliRunner().invoke(main, words, env=environment)

    return run


@pytest.fixture
def ready(steget: Steget, tmp_path: Path, empty_file: Path) -> Steget:
    """The same, with a database that is there, as `steget migrate` would make it in twenty times the time."""
    shutil.copy(empty_file, tmp_path / DATABASE)
    return steget
