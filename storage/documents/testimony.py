"""What the ledger says of a file: that Steget made it, when, and as which document."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from storage.documents import document
from storage.documents.document import Document
from storage.ledger import LedgerRow, LedgerText


@frozen
class Testimony:
    """That a file was made.

    Attributes:
        row: The ledger's row that says so.
        made_at: When.
        document: As which document; None where that is gone.
    """

    row: int
    made_at: datetime
    document: Document | None


async def of(session: AsyncSession, sha256: str) -> Testimony | None:
    """What the ledger says of the file with that checksum; None where nothing of ours has it."""
    made = (
        await session.scalars(
            select(LedgerRow)
            .join(LedgerText, LedgerText.ledger_id == LedgerRow.id)
            .where(LedgerRow.event == LedgerEvent.DOCUMENT_MADE.value, LedgerText.content == sha256)
            .order_by(LedgerRow.id)
            .limit(1)
        )
    ).first()
    if made is None:
        return None
    about = Reference.read(made.about or "")
    is_document = about is not None and about.noun is Noun.DOCUMENT
    return Testimony(made.id, made.at, await document.find(session, about.number) if about and is_document else None)
