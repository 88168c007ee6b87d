"""One bot on one SQLite file: a second is told so, for as long as the first runs."""

import stat
from pathlib import Path

import pytest

from bot.commands.file_lock import AlreadyRunningError, only_one


def test_a_second_on_the_same_file_is_told_so_until_the_first_has_ended(tmp_path: Path) -> None:
    file = tmp_path / "city.sqlite"
    url, other = f"sqlite:///{file}", f"sqlite:///{tmp_path / 'other.sqlite'}"
    with only_one(url):
        with pytest.raises(AlreadyRunningError, match=str(file)), only_one(url):
            pass
        with only_one(other):
            pass
    with only_one(url):
        assert stat.S_IMODE((tmp_path / "city.sqlite.lock").stat().st_mode) == 0o600
