"""The same city after one year and after ten."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.empty_database import EmptyDatabase, EmptyFile, EmptyTemplate
from tests.scale.history import aged

YOUNG, OLD = 1, 10
"""Years."""


@dataclass(frozen=True)
class Ages:
    """The same city, young and old.

    Attributes:
        database: Which of the two it is kept in: sqlite or postgresql.
        young: Where it is.
        old: Where the other is.
    """

    database: str
    young: str
    old: str


@contextmanager
def both_ages(request: pytest.FixtureRequest, folder: Path, *, suppliers: int) -> Iterator[Ages]:
    """Filled on the database that the fixture is asked for; gone afterwards, since the old one is large."""
    empty: EmptyDatabase
    if request.param == "sqlite":
        empty = EmptyFile(request.getfixturevalue("empty_file"))
    else:
        empty = EmptyTemplate(request.getfixturevalue("cluster"))
    yield Ages(request.param, *(grown(empty, folder / f"{years}", years, suppliers) for years in (YOUNG, OLD)))
    empty.clear_away()
    shutil.rmtree(folder)


def grown(empty: EmptyDatabase, folder: Path, years: int, suppliers: int) -> str:
    """Where a city of that age is, in a folder that is not there yet."""
    folder.mkdir()
    url = empty.copied(folder)
    aged(url, years, suppliers=suppliers)
    return url
