"""Conversations: how far each person has come in an open form, so that a restart loses nothing."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id
from storage.person import Person


class Conversation(Base):
    """One person's form. The row stays when the form ends, so that revisions never repeat."""

    __tablename__ = "conversation"

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
