"""A text with a personal number in it, whatever else it says: taken out of the chat, and explained."""

from handlers import door
from handlers.form import answering, filling
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.secrecy import personal_number
from handlers.texts.said import Said, Taken
from messages import everyone
from messages.message import Message
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """The open form says what is wrong with it; where none is open, the bot does."""
    if not personal_number.is_in(said.words):
        return None
    return lambda: door.hear(work, actor, lambda: _taken_out(work, actor, said))


async def _taken_out(work: Work, actor: Person, said: Said) -> Answer:
    if await filling.is_open(work, actor):
        return await answering.read(work, actor, said.words, said.message_id)
    if said.message_id is not None:
        await work.delete(actor.telegram_id, said.message_id)
    return Message(everyone.PersonalNumberDeleted())
