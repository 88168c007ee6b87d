"""A reply to one of the bot's messages: the answer to the question in it, or one of the buttons under it."""

from handlers import door
from handlers.handling.work import Work
from handlers.slots.inquiry import answering
from handlers.texts import button_named
from handlers.texts.said import Said, Taken
from storage import outbox
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """What Telegram says is replied to; most texts reply to nothing."""
    if said.replied_to is None:
        return None
    shown = await outbox.shown_as(work.session, actor.telegram_id, said.replied_to)
    if shown is None:
        return None
    inquiry_id = await answering.inquiry_in(work, actor, shown)
    if inquiry_id is not None:
        typed = said.words, said.message_id
        return lambda: door.hear(work, actor, lambda: answering.take(work, actor, inquiry_id, *typed))
    meant = await button_named.under(work, actor, shown, said.words)
    return None if meant is None else lambda: door.press(work, actor, meant.carried, meant.shown)
