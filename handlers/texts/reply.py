"""A reply to one of the bot's messages: the answer to the question in it, a button under it, or more to its writer.

It is never an answer to another question than the one that it replies to, nor a button of another message.
"""

from handlers import door
from handlers.faq import replying_to_question as city_question
from handlers.form import filling
from handlers.handling.answer import Answer
from handlers.handling.work import Work
from handlers.slots.inquiry import answering, replying
from handlers.texts import button_named
from handlers.texts.said import Said, Taken
from messages.form import ButtonIsOld
from messages.message import Message
from storage import in_chat
from storage.outbox import OutboxRow
from storage.people.person import Person


async def read(work: Work, actor: Person, said: Said) -> Taken | None:
    """What Telegram says is replied to; most texts reply to nothing."""
    shown = await _replied_to(work, actor, said)
    if shown is None:
        return None
    taken = await _as_answer(work, actor, shown, said)
    if taken is not None:
        return taken
    meant = await button_named.under(work, actor, shown, said.words)
    if meant is not None:
        return lambda: door.press(work, actor, meant.carried, meant.shown)
    taken = await _as_something_more(work, actor, shown, said)
    if taken is not None:
        return taken
    if await _is_open_question(work, actor, shown) or not button_named.stood_under(actor, shown, said.words):
        return None
    return lambda: door.hear(work, actor, lambda: _its_button_is_old(actor))


async def _as_answer(work: Work, actor: Person, shown: OutboxRow, said: Said) -> Taken | None:
    """To a question about an offer, or to the city."""
    typed = said.words, said.message_id
    inquiry_id = await answering.inquiry_in(work, actor, shown)
    if inquiry_id is not None:
        return lambda: door.hear(work, actor, lambda: answering.take(work, actor, inquiry_id, *typed))
    asked = await city_question.answered_by(work, actor, shown, said.words)
    if asked is not None:
        return lambda: door.hear(work, actor, lambda: city_question.answer(work, actor, asked, *typed))
    return None


async def _as_something_more(work: Work, actor: Person, shown: OutboxRow, said: Said) -> Taken | None:
    """To what the other side has written about an offer, or to what the city has answered."""
    typed = said.words, said.message_id
    about = await replying.slot_in(work, actor, shown, said.words)
    if about is not None:
        return lambda: door.hear(work, actor, lambda: replying.take(work, actor, about, *typed))
    asked = await city_question.asked_on_by(work, actor, shown, said.words)
    if asked is not None:
        return lambda: door.hear(work, actor, lambda: city_question.ask_on(work, actor, asked, *typed))
    return None


async def is_to_another(work: Work, actor: Person, said: Said) -> bool:
    """Whether it replies to a message of the bot's that is not the open form's question."""
    shown = await _replied_to(work, actor, said)
    return shown is not None and not await _is_open_question(work, actor, shown)


async def _replied_to(work: Work, actor: Person, said: Said) -> OutboxRow | None:
    if said.replied_to is None:
        return None
    return await in_chat.shown_as(work.session, actor.telegram_id, said.replied_to)


async def _is_open_question(work: Work, actor: Person, shown: OutboxRow) -> bool:
    return (await filling.talk_of(work, actor)).question_id == shown.id


async def _its_button_is_old(actor: Person) -> Answer:
    return Message(ButtonIsOld(actor.role))
