"""A kind word, which asks nothing: it gets one back, and an open form's question comes again with it."""

from handlers import door
from handlers.form import answering, filling
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.texts.said import Said, Taken
from messages import everyone, heard
from messages.message import Message
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """Thanks, a greeting, "ok", a thumb."""
    kind = heard.kind_word(said.words)
    if kind is None:
        return None

    async def answered() -> Answer:
        if await filling.is_open(work, actor):
            return await answering.refuse(work, actor, f"kind_{kind}")
        return Message(everyone.KindWordAnswered(kind, actor.role))

    return lambda: door.hear(work, actor, answered)
