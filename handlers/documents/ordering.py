"""Order a document: what it tells is kept now, and the file is made when it is sent."""

from typing import Any

from domain.document import DocumentFormat, DocumentKind
from domain.ledger_event import LedgerEvent
from handlers.handling.work import Work
from messages.document import as_facts
from messages.message import Attachment, Message, Rows
from storage import ledger
from storage.documents import document
from storage.documents.document import Document
from storage.people.person import Person


async def order(  # noqa: PLR0913  a document is only as good as what it names
    work: Work,
    kind: DocumentKind,
    facts: Any,
    *,
    asked_by: Person | None,
    in_format: DocumentFormat = DocumentFormat.PDF,
    year: int | None = None,
    contract_id: int | None = None,
    meeting_id: int | None = None,
    supplier_id: int | None = None,
) -> Document:
    """Keep what the document is to tell, a frozen dataclass, in the city's language."""
    ordered = await document.order(
        work.session,
        Document(
            kind=kind,
            format=in_format,
            language=work.city.language,
            year=year,
            contract_id=contract_id,
            meeting_id=meeting_id,
            facts=as_facts(facts),
            ledger_head=await ledger.head(work.session),
            asked_by=asked_by.id if asked_by is not None else None,
            asked_at=work.now,
        ),
    )
    await work.record(
        LedgerEvent.DOCUMENT_ASKED,
        actor=asked_by,
        supplier_id=supplier_id,
        contract_id=contract_id,
        about=ordered.reference,
        content=f"{kind} {in_format}",
    )
    return ordered


def under(ordered: Document, parameters: Any, buttons: Rows = ()) -> Message:
    """The message that stands under it; its parameters say by `kind` and `name` how the file is called."""
    return Message(parameters, buttons, attachment=Attachment.DOCUMENT, document=ordered.reference)
