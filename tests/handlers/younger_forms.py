"""Forms that are younger than the kept database: each is opened there as it is in the chat, for somebody who can."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy import select

from bot.program import city_of
from handlers.form.filling import talk_of
from handlers.handling.work import Work
from handlers.slots.inquiry import editing
from storage.database import Database
from storage.people import person
from storage.slots import relayed_text
from storage.slots.inquiry import Inquiry
from storage.slots.relayed_text import RelayedPart
from tests.city import settings_for

SOME_MESSAGE = 1


async def _an_edit_is_refused(work: Work) -> bool:
    """An answer is edited to what the guard stops, so that it is to be written anew."""
    for asked in (await work.session.scalars(select(Inquiry).order_by(Inquiry.id))).all():
        writer = await person.find(work.session, asked.asked_of)
        await relayed_text.keep(
            work.session,
            inquiry_id=asked.id,
            part=RelayedPart.ANSWER,
            written_by=writer.id,
            message_id=SOME_MESSAGE,
            words="Ja.",
        )
        await editing.take(work, writer, "Ring 070-174 06 35", SOME_MESSAGE)
        if (await talk_of(work, writer)).flow == editing.FORM.name:
            return True
    return False


YOUNGER: dict[str, Callable[[Work], Awaitable[bool]]] = {editing.FORM.name: _an_edit_is_refused}


async def is_opened(database: Database, form: str, at: datetime) -> bool:
    """Open it, where it is one of these; says whether it could be."""
    if form not in YOUNGER:
        return False
    async with database.write() as session:
        city = city_of(settings_for(str(database.url), "http://127.0.0.1"))
        return await YOUNGER[form](Work(session, at, city, key=f"younger:{form}"))
