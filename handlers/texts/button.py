"""A button of one of the latest messages, by its number or its words; an open form has none beside its own."""

from handlers import door
from handlers.form import filling
from handlers.handling.work import Work
from handlers.texts import button_named, reply
from handlers.texts.said import Said, Taken
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """The nearest that is called so."""
    if not button_named.may_name_one(said.words) or await filling.is_open(work, actor):
        return None
    if await reply.is_to_another(work, actor, said):
        return None
    meant = await button_named.under_latest(work, actor, said.words)
    return None if meant is None else lambda: door.press(work, actor, meant.carried, meant.shown)
