"""The two sizes that are compared, on each database."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.database import Database
from tests.empty_database import EmptyDatabase, EmptyFile, EmptyTemplate
from tests.scale.crowd import CITY, COUNTRY, FEW, Crowd, move_in


@dataclass(frozen=True)
class Filled:
    """A database with everyone in it.

    Attributes:
        url: Where it is.
        crowd: How many there are.
    """

    url: str
    crowd: Crowd


@dataclass(frozen=True)
class Sizes:
    """The same in small and in large."""

    few: Filled
    many: Filled


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def sizes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sizes]:
    """Filled once for all tests of a file: they look, and leave all but the clock's own work as it is."""
    is_sqlite = request.param == "sqlite"
    empty: EmptyDatabase
    if is_sqlite:
        empty = EmptyFile(request.getfixturevalue("empty_file"))
    else:
        empty = EmptyTemplate(request.getfixturevalue("cluster"))
    folder = tmp_path_factory.mktemp("scale")
    yield Sizes(_filled(empty, folder / "few", FEW), _filled(empty, folder / "many", CITY if is_sqlite else COUNTRY))
    empty.clear_away()


@pytest.fixture
async def many(sizes: Sizes) -> AsyncIterator[Database]:
    """The large one, open."""
    database = Database(sizes.many.url)
    yield database
    await database.close()


def _filled(empty: EmptyDatabase, folder: Path, crowd: Crowd) -> Filled:
    folder.mkdir()
    url = empty.copied(folder)
    move_in(url, crowd)
    return Filled(url, crowd)
