"""Make the document that a message stands under, where nobody has made it yet, and keep it as it was made.

It is made on another thread, or in another process: a long one takes seconds, and no chat waits for it. The same bytes
go to everyone who gets it, and to whoever gets it again.
"""

import asyncio
import hashlib
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from bot.collision import despite_collisions
from bot.delivery.parcel import Parcel
from domain.clock import Clock
from domain.ledger_event import LedgerEvent
from handlers.handling.city import City
from messages.attachment import File, document_name
from messages.imprint import Imprint
from messages.made_apart import ToMake, made_somewhere
from storage import ledger
from storage.database import Database
from storage.documents import document
from storage.documents.document import Document


class Documents:
    """The kept documents."""

    def __init__(self, database: Database, clock: Clock, city: City) -> None:
        self._database, self._clock, self._city = database, clock, city

    async def under(self, parcel: Parcel) -> Parcel | None:
        """The parcel with its document; None where it stands under none. Raises whatever a maker raises."""
        asked = parcel.document
        if asked is None:
            return None
        kept = asked if asked.content is not None else await self._made(asked)
        if kept.content is None:
            raise ValueError(f"document {asked.id} was kept without a file")
        name = document_name(parcel.message(), kept.format, kept.language)
        return replace(parcel, file=File(name, kept.content))

    async def _made(self, asked: Document) -> Document:
        content = await asyncio.to_thread(_made, asked, self._city)

        async def keep() -> Document:
            async with self._database.write() as session:
                return await _kept(session, asked, content, self._clock)

        return await despite_collisions(keep)


def _made(asked: Document, city: City) -> bytes:
    asked_at = asked.asked_at.astimezone(city.hours.zone)
    imprint = Imprint(asked.id, asked_at, asked.ledger_head, city.name)
    return made_somewhere(ToMake(asked.kind, asked.format, asked.facts, imprint, asked.language))


async def _kept(session: AsyncSession, asked: Document, content: bytes, clock: Clock) -> Document:
    """As it is kept: where another process was faster, its file is the one."""
    now, checksum = clock.now(), hashlib.sha256(content).hexdigest()
    if await document.keep(session, asked.id, content, sha256=checksum, now=now):
        await ledger.record(
            session,
            LedgerEvent.DOCUMENT_MADE,
            at=now,
            content=checksum,
            contract_id=asked.contract_id,
            about=asked.reference,
        )
    return await document.whole(session, asked.id) or asked
