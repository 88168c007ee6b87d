"""Make a file of what is kept: read in slices, written in slices on another thread, so that nobody waits for it."""

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from domain.export import Export, FileFormat
from messages.files.cells import Reader
from messages.files.writing import WrittenFile, written
from storage.files import reading


class GivenUpError(Exception):
    """It is not to be gone on with: it takes too long, or grows too large."""


async def make(  # noqa: PLR0913  what, how, for whom, where to, and how considerately
    session: AsyncSession,
    exports: Sequence[Export],
    in_format: FileFormat,
    reader: Reader,
    path: Path,
    *,
    go_on: Callable[[], bool] = lambda: True,
    leaves_room: bool = False,
) -> None:
    """Write the file, as all is at the session's one moment.

    Between two slices it asks whether to go on, and where it leaves room, rests for as long as the slice took.
    Raises GivenUpError where it is not to go on, and OSError where the file can't be written.
    """
    file = await asyncio.to_thread(written, path, in_format, reader)
    try:
        for export in exports:
            await _add(session, export, file, go_on=go_on, leaves_room=leaves_room)
    finally:
        # Also where it was given up: it holds files that are open.
        await asyncio.to_thread(file.close)


async def _add(
    session: AsyncSession, export: Export, file: WrittenFile, *, go_on: Callable[[], bool], leaves_room: bool
) -> None:
    await asyncio.to_thread(file.begin, export)
    began = time.monotonic()
    async for rows in reading.slices(session, export):
        await asyncio.to_thread(file.add, rows)
        if not go_on():
            raise GivenUpError
        if leaves_room:
            await asyncio.sleep(time.monotonic() - began)
        began = time.monotonic()
