"""A question to the bot, which it can't answer itself: it names who can, and where to look."""

from handlers import door
from handlers.faq import searching, sending_typed
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.texts.said import Said, Taken
from messages import everyone
from messages.heard import is_question, kind_word
from messages.message import Message
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """Not a greeting that ends like one: "Hallå?"."""
    if not is_question(said.words) or kind_word(said.words) is not None:
        return None

    async def way_to_answer() -> Answer:
        ways = searching.to_the_city(actor)
        typed = sending_typed.keepable(said.words) if ways else ""
        return Message(everyone.WayToAnswer(actor.role, work.city.name, work.city.contact, typed), numbered(ways))

    return lambda: door.hear(work, actor, way_to_answer)
