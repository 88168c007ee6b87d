"""Who is writing: a person with access, or a stranger who is answered kindly, and gets in by a code alone."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import CallbackContext

from domain.language import Language, spoken_by
from handlers.handling.work import Work, current_work
from handlers.people import joining
from storage import conversation
from storage.people.person import Person

Context = CallbackContext[Any, Any, Any, Any]
Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def for_people(handle: Callable[[Work, Person, Update], Awaitable[None]]) -> Handler:
    """A handler that only people with access reach; everyone else is told how to get in."""

    async def handler(update: Update, _context: Context) -> None:
        work, user = current_work.get(), update.effective_user
        if user is None:
            return
        # The conversation is in hand until all is done: so the session keeps it, and nobody asks for it again.
        actor, _talk = await conversation.with_person(work.session, user.id, now=work.now)
        if actor is None or actor.ended_at is not None:
            if update.edited_message is None:  # what a stranger changes was answered when it came
                await joining.answer_stranger(work, user.id, update.message, language_of(update, work), actor)
        else:
            await handle(work, actor, update)

    return handler


def language_of(update: Update, work: Work) -> Language:
    """The language to use with somebody who has not chosen one here."""
    user = update.effective_user
    return spoken_by(user.language_code if user else None, work.city.language)
