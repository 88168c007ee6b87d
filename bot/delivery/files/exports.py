"""Make the file of what is kept that a message stands under, as it is sent: nothing of it is kept beside.

Half of the row's lease is for making it, and half for sending it. What takes longer, or is more than Telegram takes, is
told to be too large, with another way. One is made at a time, however many are asked for.
"""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from bot import enduring_clock
from bot.connections import LeaseIsOverError
from bot.delivery.parcel import Parcel
from domain.access import may
from domain.action import Action
from handlers.handling.city import City
from messages import everyone
from messages.attachment import File, file_name
from messages.files.cells import Reader
from messages.files.export import ExportReady, ExportTooLarge
from messages.label import wordings
from messages.message import Attachment, Message
from storage.database import Database
from storage.outbox import SAYS_UNDER_FILE
from storage.people import person as persons

MOST_BYTES = 50_000_000
"""So much Telegram takes in a document of a bot's."""


class Exports:
    """Makes files of what is kept for those who may have them."""

    def __init__(self, database: Database, city: City) -> None:
        self._database, self._city = database, city
        self._turn = asyncio.Lock()

    async def under(self, parcel: Parcel) -> Parcel | None:
        """The parcel with its file, or with what is said instead; None where it stands under none."""
        if parcel.row.content.get("attachment") != Attachment.EXPORT or parcel.row.method not in SAYS_UNDER_FILE:
            return None
        lease = parcel.begin_before - enduring_clock.seconds()
        async with self._turn:
            return await self._made(parcel, until=parcel.begin_before - lease / 2)

    async def _made(self, parcel: Parcel, *, until: float) -> Parcel:
        """Whoever had to wait for others so long that too little of the lease is left comes again."""
        ready = parcel.message().parameters
        async with self._database.read() as session:
            if not await self._may_have_it(session, parcel):
                return replace(parcel, looked_up=Message(everyone.NotFound()))
            if enduring_clock.seconds() >= until:
                return replace(parcel, looked_up=LeaseIsOverError("others were before it"))
            content = await self._content(session, ready, parcel, until=until)
        if content is None:
            return replace(parcel, looked_up=Message(ExportTooLarge(ready.exports)))
        return replace(parcel, file=File(_name(ready, parcel), content))

    async def _may_have_it(self, session: AsyncSession, parcel: Parcel) -> bool:
        """Asked once more: what is read now is more than was there when it was ordered."""
        whose = parcel.row.person_id
        reader = await persons.with_id(session, whose) if whose is not None else None
        return reader is not None and may(reader.actor, Action.EXPORT)

    async def _content(
        self, session: AsyncSession, ready: ExportReady, parcel: Parcel, *, until: float
    ) -> bytes | None:
        """The file; None where it is too large. The folder is the owner's alone, and gone afterwards."""
        # Loaded with the first file: a bot of which nobody asks for one is half a megabyte lighter.
        from handlers.files.making import GivenUpError, make  # noqa: PLC0415

        with tempfile.TemporaryDirectory(prefix="steget-") as folder:
            path = Path(folder) / f"file.{ready.in_format}"
            reader = Reader(parcel.language, self._city.hours.zone)

            def may_go_on() -> bool:
                return enduring_clock.seconds() < until and _size(path) <= MOST_BYTES

            try:
                await make(session, ready.exports, ready.in_format, reader, path, go_on=may_go_on, leaves_room=True)
            except GivenUpError:
                return None
            return await asyncio.to_thread(path.read_bytes) if _size(path) <= MOST_BYTES else None


def _size(path: Path) -> int:
    """Bytes; of a workbook none before it is closed."""
    return path.stat().st_size if path.exists() else 0


def _name(ready: ExportReady, parcel: Parcel) -> str:
    which = ready.exports[0].value if len(ready.exports) == 1 else "all"
    return f"{file_name(wordings(parcel.language)[f'export_file.{which}'])}-{ready.on.isoformat()}.{ready.in_format}"
