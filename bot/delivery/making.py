"""Make the document that a message stands under, where nobody has made it yet, and keep it as it was made.

It is made on another thread, or in another process: a long one takes seconds, and no chat waits for it. The same bytes
go to everyone who gets it, and to whoever gets it again.
"""

import asyncio
import hashlib
import logging
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from bot.collision import despite_collisions
from bot.delivery.parcel import Parcel
from bot.logs import without_contents
from domain.clock import Clock
from domain.ledger_event import LedgerEvent
from handlers.handling.city import City
from messages.imprint import Imprint
from messages.made_apart import ToMake, made_somewhere
from storage import ledger
from storage.database import Database
from storage.documents import document
from storage.documents.document import Document

log = logging.getLogger(__name__)


async def with_document(database: Database, clock: Clock, city: City, parcel: Parcel) -> Parcel:
    """The parcel with its document. What can't be made is the parcel's own trouble, told when it is sent."""
    asked = parcel.document
    if asked is None or asked.content is not None:
        return parcel
    try:
        content = await asyncio.to_thread(_made, asked, city)
    except Exception as error:
        log.exception("document %s could not be made", asked.id, exc_info=without_contents(error))
        return replace(parcel, looked_up=error)

    async def keep() -> Document:
        async with database.write() as session:
            return await _kept(session, asked, content, clock)

    return replace(parcel, document=await despite_collisions(keep))


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
