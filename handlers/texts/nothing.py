"""Nothing that the bot understands: it says so, and what one can do here."""

from handlers import door
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.texts.said import Said, Taken
from messages import everyone
from messages.message import Message
from storage.people.person import Person


async def read(work: Work, actor: Person, _said: Said) -> Taken | None:
    """Whatever is left."""

    async def not_understood() -> Answer:
        return Message(everyone.NotUnderstood(actor.role))

    return lambda: door.hear(work, actor, not_understood)
