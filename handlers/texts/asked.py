"""The answer to what a matcher has asked, written as a plain text: its writer is asked whether it is meant so."""

from domain.role import Role
from handlers import door
from handlers.form import filling
from handlers.handling.work import Work
from handlers.slots.inquiry import answering
from handlers.texts.said import Said, Taken
from messages.heard import KindWord, kind_word
from storage.people.person import Person

ANSWERS_NOTHING = (KindWord.GREETING, KindWord.THANKS, KindWord.FAREWELL)


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """Where a question waits for this supplier, and no form is open."""
    if actor.role is not Role.SUPPLIER or kind_word(said.words) in ANSWERS_NOTHING:
        return None
    if await filling.is_open(work, actor):
        return None
    inquiry_id = await answering.waiting_for(work, actor)
    if inquiry_id is None:
        return None
    typed = said.words, said.message_id
    return lambda: door.hear(work, actor, lambda: answering.ask_whether_meant(work, actor, inquiry_id, *typed))
