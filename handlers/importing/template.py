"""/importera: how contracts come in, with a sheet to fill in."""

from handlers.handling.answer import Answer
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages.importing import importing
from messages.message import Attachment, Message
from storage.people.person import Person


async def explain(_work: Work, _actor: Person, _typed: Typed) -> Answer:
    """/importera."""
    return Message(importing.ImportExplained(), attachment=Attachment.CONTRACT_TEMPLATE)
