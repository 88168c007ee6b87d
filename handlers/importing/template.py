"""/importera: how contracts come in, with a sheet to fill in."""

from domain.access import Action, may
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages import everyone
from messages.importing import importing
from messages.message import Attachment, Message
from messages.people import people
from storage.people.person import Person

TEMPLATE = "it"


async def explain(work: Work, actor: Person) -> None:
    """The command."""
    if may(actor.actor, Action.IMPORT):
        await send(work, actor)
    else:
        await work.tell(actor, Message(people.CommandForCoordinators(actor.role, work.city.contact)))


async def press(work: Work, actor: Person, _press: Press) -> None:
    """The button, wherever it stands."""
    if may(actor.actor, Action.IMPORT):
        await send(work, actor)
    else:
        await work.tell(actor, Message(everyone.NotFound()))


async def send(work: Work, actor: Person) -> None:
    """Say how, with the sheet to fill in."""
    await work.tell(actor, Message(importing.ImportExplained(), attachment=Attachment.CONTRACT_TEMPLATE))
