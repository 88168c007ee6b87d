"""A text with a personal number in it, whatever else it says: taken out of the chat, and explained."""

from handlers import door
from handlers.form import guarding
from handlers.handling.work import Work
from handlers.secrecy import personal_number
from handlers.texts.said import Said, Taken
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """Before anything else is made of it."""
    if not personal_number.is_in(said.words):
        return None
    return lambda: door.hear(work, actor, lambda: guarding.refuse(work, actor, said.message_id, is_text=True))
