"""Conversations: how far each person has come in an open form, so that a restart loses nothing.

Whoever touches a conversation holds it until the transaction ends: one that is in the session was locked when it came
there, and nobody else can have read it since (docs/decisions/0022).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, bindparam, cast, inspect, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, partial_index, table_of
from storage.dialects import insert_into
from storage.people import person
from storage.people.person import Person


class Conversation(Base):
    """One person's form. The row stays when the form ends, so that revisions never repeat."""

    __tablename__ = "conversation"
    __table_args__ = (partial_index("ix_conversation_touched_at", "touched_at", where="flow IS NOT NULL"),)

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    flow: Mapped[str | None] = mapped_column(String(32))
    """Which form is open; None when none is."""
    answers: Mapped[dict[str, Any]]
    form_version: Mapped[int]
    revision: Mapped[int]
    question_id: Mapped[int | None] = mapped_column(Id)
    """The outbox row that shows the present question."""
    touched_at: Mapped[datetime]
    offered_at: Mapped[datetime | None]
    """When the person was asked whether to go on with a form that lay untouched."""
    parked: Mapped[list[dict[str, Any]]]
    """Forms that were put aside when another was opened on top of them, the latest last."""


# Made once: to build a question costs more than to ask it. `key_share`, since the keys of these rows never change: who
# only refers to the person, as every message to them does, need not wait.
_OF_PERSON = (
    select(Conversation)
    .where(Conversation.person_id == bindparam("person_id"))
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)
_AS_READ = select(*table_of(Conversation).c).where(Conversation.person_id == bindparam("person_id"))
_WITH_PERSON = (
    select(Person, Conversation)
    .join(Conversation, Conversation.person_id == Person.id)
    .where(Person.telegram_id == bindparam("telegram_id"))
    # The person too: whoever had to wait for the conversation would else see them as they were before that.
    .with_for_update(key_share=True, of=(Person, Conversation))
    .execution_options(populate_existing=True)
)


async def of_person(session: AsyncSession, person_id: int, *, now: datetime) -> Conversation:
    """The person's conversation, held until the transaction ends; an empty one where they never opened a form."""
    held = _held(session, person_id) or await session.scalar(_OF_PERSON, {"person_id": person_id})
    if held is None:
        await _begin(session, person_id, now=now)
        held = (await session.scalars(_OF_PERSON, {"person_id": person_id})).one()
    return held


async def as_read(session: AsyncSession, person_id: int) -> Conversation | None:
    """The person's conversation as it stands, held by nobody and only to be looked at; None where there is none.

    It is a copy: what is in the session was locked when it came there.
    """
    read = (await session.execute(_AS_READ, {"person_id": person_id})).first()
    return None if read is None else Conversation(**read._mapping)  # noqa: SLF001  its public name, by SQLAlchemy's word


async def with_person(
    session: AsyncSession, telegram_id: int, *, now: datetime
) -> tuple[Person, Conversation] | tuple[None, None]:
    """The person behind a Telegram account, also one whose access has ended, and their conversation; both held.

    The session forgets what nobody has in hand: keep the conversation as long as it is to be found there.
    """
    found = (await session.execute(_WITH_PERSON, {"telegram_id": telegram_id})).first()
    if found is None:
        new = await person.by_telegram_id(session, telegram_id)
        if new is None:
            return None, None
        await _begin(session, new.id, now=now)
        found = (await session.execute(_WITH_PERSON, {"telegram_id": telegram_id})).one()
    return found[0], found[1]


def _held(session: AsyncSession, person_id: int) -> Conversation | None:
    """The conversation, if the session has it. Where a savepoint was rolled back, its lock may be gone with it."""
    found = session.identity_map.get(session.identity_key(Conversation, person_id))
    return None if found is None or inspect(found).expired else found


async def _begin(session: AsyncSession, person_id: int, *, now: datetime) -> None:
    """Make the row; where another transaction makes it at this moment, that one comes first."""
    empty = {"answers": {}, "form_version": 0, "revision": 0, "touched_at": now, "parked": []}
    await session.execute(
        insert_into(session, Conversation)
        .values(person_id=person_id, **empty)
        .on_conflict_do_nothing(index_elements=[Conversation.person_id]),
    )


async def with_form(session: AsyncSession, flow: str) -> Sequence[Conversation]:
    """The conversations in which that form is open or may lie below another, each held."""
    is_parked = cast(Conversation.parked, Text).contains(f'"{flow}"', autoescape=True)
    found = select(Conversation).where(or_(Conversation.flow == flow, is_parked)).order_by(Conversation.person_id)
    held = found.with_for_update(key_share=True).execution_options(populate_existing=True)
    return (await session.scalars(held)).all()


async def to_be_offered_again(session: AsyncSession, *, before: datetime, at_most: int) -> Sequence[Conversation]:
    """Forms that lie untouched since before that instant, of people who were not asked about them yet."""
    return (await session.scalars(_TO_BE_OFFERED_AGAIN, {"before": before, "at_most": at_most})).all()


async def to_be_let_go(session: AsyncSession, *, before: datetime, at_most: int) -> Sequence[Conversation]:
    """Forms that lie untouched since before that instant."""
    return (await session.scalars(_UNTOUCHED, {"before": before, "at_most": at_most})).all()


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[tuple[datetime, Person]]:
    """Forms that were touched after that instant and not offered again, and whose; the longest untouched first."""
    rows = await session.execute(
        select(Conversation.touched_at, Person)
        .join(Person, Person.id == Conversation.person_id)
        .where(Conversation.flow.is_not(None), Conversation.touched_at > after, Conversation.offered_at.is_(None))
        .order_by(Conversation.touched_at)
        .limit(at_most),
    )
    return [(touched_at, person) for touched_at, person in rows]


# Made once: each tick asks them.
_UNTOUCHED = (
    select(Conversation)
    .join(Person, Person.id == Conversation.person_id)
    .where(Conversation.flow.is_not(None), Conversation.touched_at <= bindparam("before"))
    .order_by(Conversation.touched_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True, of=Conversation)
)
_TO_BE_OFFERED_AGAIN = _UNTOUCHED.where(
    Conversation.offered_at.is_(None), Person.ended_at.is_(None), Person.unreachable_at.is_(None)
)
