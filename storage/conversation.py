"""Conversations: how far each person has come in an open form, so that a restart loses nothing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id
from storage.people.person import Person


class Conversation(Base):
    """One person's form. The row stays when the form ends, so that revisions never repeat."""

    __tablename__ = "conversation"
    __table_args__ = (
        Index(
            "ix_conversation_touched_at",
            "touched_at",
            sqlite_where="flow IS NOT NULL",
            postgresql_where="flow IS NOT NULL",
        ),
    )

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


async def of_person(session: AsyncSession, person_id: int, *, now: datetime) -> Conversation:
    """The person's conversation; an empty one where they never opened a form."""
    conversation = await session.get(Conversation, person_id)
    if conversation is None:
        conversation = Conversation(
            person_id=person_id,
            flow=None,
            answers={},
            form_version=0,
            revision=0,
            question_id=None,
            touched_at=now,
            offered_at=None,
            parked=[],
        )
        session.add(conversation)
    return conversation


async def to_be_offered_again(session: AsyncSession, *, before: datetime, at_most: int) -> Sequence[Conversation]:
    """Forms that lie untouched since before that instant, of people who were not asked about them yet."""
    return (
        await session.scalars(
            _untouched(before)
            .where(Conversation.offered_at.is_(None), Person.ended_at.is_(None), Person.unreachable_at.is_(None))
            .limit(at_most),
        )
    ).all()


async def to_be_let_go(session: AsyncSession, *, before: datetime, at_most: int) -> Sequence[Conversation]:
    """Forms that lie untouched since before that instant."""
    return (await session.scalars(_untouched(before).limit(at_most))).all()


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


def _untouched(before: datetime) -> Select[Conversation]:
    return (
        select(Conversation)
        .join(Person, Person.id == Conversation.person_id)
        .where(Conversation.flow.is_not(None), Conversation.touched_at <= before)
        .order_by(Conversation.touched_at)
        .with_for_update(skip_locked=True, of=Conversation)
    )
