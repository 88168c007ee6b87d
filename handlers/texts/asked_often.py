"""Something that is asked often, however it is put: it gets its answer, without having looked for it."""

from domain.role import Role
from handlers import door
from handlers.faq import searching
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.texts.said import Said, Taken
from messages.heard import is_question, kind_word, offered
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """Only what surely fits; a kind word asks nothing, and whoever offers something is helped to do so."""
    if kind_word(said.words) is not None or _offers(actor, said.words):
        return None
    found = await searching.answer_to(work, actor, said.words)
    if found is None:
        return None

    async def answered() -> Answer:
        return found

    return lambda: door.hear(work, actor, answered)


def _offers(actor: Person, words: str) -> bool:
    """Not "Kan vi anställa på OSA?", which asks, though "Kan vi få en praktikant?" offers."""
    return actor.role is Role.SUPPLIER and offered(words) is not None and not is_question(words)
