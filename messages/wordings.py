"""Short texts by "table.name", from a TOML file of which each table is read when something in it is first asked for.

A bot says few of its thousands of labels on most days.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

_TABLE = re.compile(r"^\[(\w+)\]$", re.MULTILINE)


class Wordings(Mapping[str, str]):
    """What stands in the file. Its tables have no tables in them, and each text is in one line."""

    def __init__(self, file: Path) -> None:
        _, *parts = _TABLE.split(file.read_text(encoding="utf-8"))
        self._unread = dict(zip(parts[::2], parts[1::2], strict=True))
        self._read: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        if key not in self._read:
            self._read_table(key.partition(".")[0])
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        for table in list(self._unread):
            self._read_table(table)
        return iter(self._read)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def of_table(self, table: str) -> list[str]:
        """All that stands in that table."""
        self._read_table(table)
        return [text for key, text in self._read.items() if key.startswith(f"{table}.")]

    def _read_table(self, table: str) -> None:
        words = tomllib.loads(self._unread.pop(table, ""))
        self._read |= {f"{table}.{name}": text for name, text in words.items()}
