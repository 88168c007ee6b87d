"""Forms that are younger than the kept database: each is opened there as it is in the chat, for somebody who can."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy import select

from bot.program import city_of
from domain.role import Role
from handlers.form import forms
from handlers.form.filling import talk_of
from handlers.form.form import FORMS, Form
from handlers.handling.work import Work
from handlers.slots.inquiry import editing
from storage.database import Database
from storage.people import person
from storage.people.person import Person
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
    """Open it for somebody who can, where it is one of these or about nothing; says whether it could be."""
    async with database.write() as session:
        work = Work(session, at, city_of(settings_for(str(database.url), "http://127.0.0.1")), key=f"younger:{form}")
        return await (YOUNGER[form](work) if form in YOUNGER else _is_begun_by_each_role(work, form))


async def _is_begun_by_each_role(work: Work, name: str) -> bool:
    form, begun = FORMS[name], set[Role]()
    if not isinstance(form, Form):
        return False
    people = await work.session.scalars(select(Person).where(Person.ended_at.is_(None)).order_by(Person.id.desc()))
    for each in people.all():
        if each.role not in begun:
            begun.add(each.role)
            await forms.begin(work, each, form)
    return bool(begun)
