"""/importera: how contracts come in, with a sheet to fill in."""

from domain.access import Action, may
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages.importing import importing
from messages.message import Attachment, Message
from storage.people.person import Person

TEMPLATE = "it"


async def explain(_work: Work, _actor: Person, _typed: Typed) -> Answer:
    """/importera."""
    return _explained()


async def press(_work: Work, actor: Person, _press: Press) -> Answer:
    """The button, wherever it stands."""
    if not may(actor.actor, Action.IMPORT):
        raise NotTheirsError
    return Below(_explained())


def _explained() -> Message:
    """How it is done, with the sheet to fill in."""
    return Message(importing.ImportExplained(), attachment=Attachment.CONTRACT_TEMPLATE)
