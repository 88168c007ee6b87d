"""Write a file of what is kept, a slice at a time, so that none lies whole in memory."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from domain.export import Export, FileFormat
from messages.files.cells import Reader
from messages.files.delimited import DelimitedFile


class WrittenFile(Protocol):
    """A file that is being written. All of it is heavy: not for the event loop."""

    def begin(self, export: Export) -> None:
        """Go on with that table: its headings stand first."""

    def add(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write these rows of it, as they were read."""

    def close(self) -> None:
        """Write the rest; only now is it whole."""


def written(path: Path, in_format: FileFormat, reader: Reader) -> WrittenFile:
    """A new file. What a workbook needs beside it meanwhile lies in the same folder."""
    if in_format is FileFormat.CSV:
        return DelimitedFile(path, reader)
    # Loaded by the first who asks for one: a bot that writes no workbook does without the library.
    from messages.files.workbook import WorkbookFile  # noqa: PLC0415

    return WorkbookFile(path, reader)
