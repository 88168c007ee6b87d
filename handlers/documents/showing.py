"""The document itself, in the chat: as it was asked for, or again; always the same file."""

from domain.access import may
from domain.action import Action
from handlers.documents import registering
from handlers.documents.naming import named
from handlers.documents.ordering import under
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.documents.document import DocumentShown
from storage.documents import document
from storage.documents.document import Document
from storage.people.person import Person


async def again(work: Work, actor: Person, press: Press) -> Answer:
    """A document was chosen in a list."""
    found = await document.find(work.session, press.number(0))
    if found is None or not may(actor.actor, Action.REGISTER_DOCUMENT):
        raise NotTheirsError
    return await shown(work, found)


async def shown(work: Work, found: Document, *ways: Choice) -> Below:
    """The document as the next message, with the way into the register of records."""
    told = DocumentShown(await named(work, found))
    return Below(under(found, told, numbered([registering.way(found.id), *ways], in_a_row=2)), about=found.reference)
