"""Something that is asked often, however it is put: it gets its answer, without having looked for it."""

from handlers import door
from handlers.faq import searching
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.texts.said import Said, Taken
from messages.heard import kind_word
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """Only what surely fits; a kind word asks nothing."""
    if kind_word(said.words) is not None:
        return None
    found = await searching.answer_to(work, actor, said.words)
    if found is None:
        return None

    async def answered() -> Answer:
        return found

    return lambda: door.hear(work, actor, answered)
