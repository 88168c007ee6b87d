"""Which document it is, as people are told."""

from domain.document import DocumentKind
from handlers.handling.work import Work
from messages.documents.document import DocumentNamed
from storage.contracts import contract as contracts
from storage.documents.document import Document
from storage.people import supplier


async def named(work: Work, document: Document) -> DocumentNamed:
    """The document's kind, what it is about, and its number in the register of records."""
    return DocumentNamed(
        number=document.id,
        kind=document.kind,
        about=await _about(work, document),
        on=work.city.today(document.asked_at),
        registry_number=document.registry_number or "",
    )


async def _about(work: Work, document: Document) -> str:
    """A contract by its number, its title and its supplier; else the year."""
    if document.kind is DocumentKind.COUNCIL_PAGE or document.contract_id is None:
        return str(document.year or "")
    contract = await contracts.find(work.session, document.contract_id)
    if contract is None:
        return ""
    return f"{contract.named}, {(await supplier.find(work.session, contract.supplier_id)).name}"
