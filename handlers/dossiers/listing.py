"""The documents about a contract, newest first; each can be got again."""

from domain.action import Action
from handlers.documents.codes import AGAIN
from handlers.documents.naming import named
from handlers.doorways import CONTRACT, DOCUMENTS, DOSSIER
from handlers.handling.answer import Answer
from handlers.handling.choices import Choice, beside, numbered, page_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.finding import contract_for
from messages.button import data
from messages.documents.document import DocumentNamed, DocumentsListed
from messages.label import Label
from messages.message import Message
from storage.documents import document
from storage.people.person import Person

ON_A_PAGE = 8


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """*Dokument* was pressed, or a page of it."""
    contract = await contract_for(work, actor, Action.MAKE_DOSSIER, press.number(0))
    total = await document.count_of_contract(work.session, contract.id)
    page = page_of(press.number(1), total, size=ON_A_PAGE)
    found = await document.of_contract(work.session, contract.id, skip=page.skipped, at_most=page.size)
    told = tuple([await named(work, each) for each in found])
    items = [(_on_button(each), data(AGAIN, each.number)) for each in told]
    others = [
        *beside(page, DOCUMENTS, contract.id),
        (Label("documents.dossier"), data(DOSSIER, contract.id)),
        (Label("contract.to_contract"), data(CONTRACT, contract.id)),
    ]
    rows = (*numbered(items, in_a_row=2), *numbered(others, first=len(items) + 1, in_a_row=2))
    return Message(DocumentsListed(contract.named, told, page.number, page.pages), rows)


def way(contract_id: int) -> Choice:
    """The way to them."""
    return Label("documents.show"), data(DOCUMENTS, contract_id, 0)


def _on_button(each: DocumentNamed) -> Label:
    return Label(joined=(Label(f"document.{each.kind}"), Label("contract.by", day=each.on)))
