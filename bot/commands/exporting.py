"""Write files of what is kept from the command line: read beside a bot that runs, and recorded as the operator's."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.settings import Settings
from domain.clock import Clock
from domain.export import Export, FileFormat
from domain.language import Language
from domain.ledger_event import LedgerEvent
from handlers.files.exporting import record_of
from handlers.files.making import make
from messages.files.cells import Reader
from storage import ledger
from storage.database import Database
from storage.private_file import OWNERS_ALONE

Plan = Mapping[Path, Sequence[Export]]
"""Which files are written, and what each holds."""


class UnwritableError(Exception):
    """A file can't be written."""

    def __init__(self, file: Path, cause: OSError) -> None:
        super().__init__(str(file))
        self.file, self.cause = file, cause


async def export(database: Database, settings: Settings, plan: Plan, *, language: Language, clock: Clock) -> None:
    """Write them all, as all is at one moment. Raises UnwritableError.

    It is recorded before it is done, so that no file is there of which the ledger knows nothing.
    """
    async with database.write() as session:
        for file, exports in plan.items():
            content = record_of(exports, _format(file))
            await ledger.record(session, LedgerEvent.EXPORTED, at=clock.now(), content=content)
    reader = Reader(language, ZoneInfo(settings.timezone))
    async with database.read() as session:
        for file, exports in plan.items():
            await _write(session, file, exports, reader)


async def _write(session: AsyncSession, file: Path, exports: Sequence[Export], reader: Reader) -> None:
    """The file takes its place when it is whole, and is its owner's alone."""
    try:
        with tempfile.TemporaryDirectory(prefix=".steget-", dir=file.parent) as folder:
            unfinished = Path(folder) / file.name
            await make(session, exports, _format(file), reader, unfinished)
            unfinished.chmod(OWNERS_ALONE)
            unfinished.replace(file)
    except OSError as error:
        raise UnwritableError(file, error) from error


def _format(file: Path) -> FileFormat:
    return FileFormat(file.suffix.lower().removeprefix("."))
