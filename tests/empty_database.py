"""A database with every table and nothing in it, to copy: on SQLite a file, on PostgreSQL a template."""

import shutil
from pathlib import Path
from typing import Protocol

import pytest

from tests.cluster import Cluster

on_sqlite = pytest.mark.parametrize("empty_database", ["sqlite"], indirect=True)
"""For tests that are about SQLite itself."""

on_postgresql = pytest.mark.parametrize("empty_database", ["postgresql"], indirect=True)
"""For tests that are about PostgreSQL itself."""


class EmptyDatabase(Protocol):
    """What both can do."""

    def copied(self, folder: Path) -> str:
        """A copy of the test's own; its address."""

    def clear_away(self) -> None:
        """Remove the copies."""


class EmptyFile:
    """On SQLite."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def copied(self, folder: Path) -> str:
        """Copy the file into the folder, which the test's end clears away."""
        shutil.copy(self._file, folder / "city.sqlite")
        return f"sqlite:///{folder / 'city.sqlite'}"

    def clear_away(self) -> None:
        """The folder goes by itself."""


class EmptyTemplate:
    """On PostgreSQL."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._names: list[str] = []

    def copied(self, folder: Path) -> str:  # noqa: ARG002  only a file needs it
        """Borrow a database."""
        name = self.cluster.lend()
        self._names.append(name)
        return self.cluster.url(name)

    def clear_away(self) -> None:
        """Give the databases back."""
        while self._names:
            self.cluster.take_back(self._names.pop())
