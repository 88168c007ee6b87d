"""The answer to what the other side has asked, written as a plain text: its writer is asked whether it is meant so."""

from handlers import door
from handlers.form import filling
from handlers.handling.work import Work
from handlers.slots.inquiry import answering
from handlers.texts.said import Said, Taken
from messages.heard import KindWord, kind_word
from storage.people.person import Person

ANSWERS_NOTHING = (KindWord.GREETING, KindWord.THANKS, KindWord.FAREWELL)


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """Where questions wait for this person, and no form is open."""
    if kind_word(said.words) in ANSWERS_NOTHING or await filling.is_open(work, actor):
        return None
    waiting = await answering.waiting_for(work, actor)
    if not waiting:
        return None
    typed = said.words, said.message_id
    return lambda: door.hear(work, actor, lambda: answering.ask_whether_meant(work, actor, waiting, *typed))
