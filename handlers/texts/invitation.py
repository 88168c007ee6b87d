"""An invitation pasted by somebody who is in already: link, code, with words around it."""

from domain.passed_on import codes_in
from handlers import door
from handlers.handling.work import Work
from handlers.people import joining
from handlers.texts.said import Said, Taken
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """No answer in a form, and no word to anybody: a code lets in whoever has it."""
    if not codes_in(said.words):
        return None
    return lambda: door.hear(work, actor, lambda: joining.welcome_back(work, actor, said.words))
