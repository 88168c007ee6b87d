"""/hjalp: what one can do here, and where else to turn."""

from handlers.handling.answer import Answer
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages import everyone
from messages.message import Message
from storage.people.person import Person


async def help_(work: Work, actor: Person, _typed: Typed) -> Answer:
    """What the commands do for the asker's role, and whom to call."""
    return Message(everyone.Help(actor.role, work.city.name, work.city.contact))
