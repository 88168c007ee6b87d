"""A message that its writer has changed: what was passed on of it changes too, and nothing else comes of it."""

from handlers import door
from handlers.form import guarding
from handlers.handling.work import Work
from handlers.secrecy import personal_number
from handlers.slots.inquiry import editing
from handlers.texts.said import Said
from storage.people.person import Person


async def take(work: Work, actor: Person, said: Said) -> None:
    """It is no new text: it answers nothing, presses nothing, and an open form goes on where it was.

    But a personal number is taken out of the chat, also where it comes in later.
    """
    message_id = said.message_id
    if message_id is None:
        return
    if await editing.may_change(work, actor, said.words, message_id):
        await door.hear(work, actor, lambda: editing.take(work, actor, said.words, message_id))
    elif personal_number.is_in(said.words):
        await door.hear(work, actor, lambda: guarding.refuse(work, actor, message_id, is_text=True))
