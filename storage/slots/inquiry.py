"""Inquiries: what a matcher asks a supplier about a slot through the bot, and what comes back."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from storage.base import Base, Id
from storage.people.person import Person
from storage.slots.slot import Slot


class Inquiry(Base):
    """One question about a slot, and its answer."""

    __tablename__ = "inquiry"
    __table_args__ = (
        Index(
            "ix_inquiry_unanswered",
            "id",
            sqlite_where="answered_at IS NULL",
            postgresql_where="answered_at IS NULL",
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    slot_id: Mapped[int] = mapped_column(ForeignKey(Slot.id), index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    asked_of: Mapped[int] = mapped_column(ForeignKey(Person.id))
    question: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    answer: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.INQUIRY, self.id)


async def ask(  # noqa: PLR0913  who asks whom what about which slot, and when
    session: AsyncSession, *, slot_id: int, asked_by: int, asked_of: int, question: str, now: datetime
) -> Inquiry:
    """Keep a question that is passed on."""
    asked = Inquiry(slot_id=slot_id, asked_by=asked_by, asked_of=asked_of, question=question, asked_at=now)
    session.add(asked)
    await session.flush()
    return asked


async def find(session: AsyncSession, inquiry_id: int) -> Inquiry | None:
    """The inquiry with that id, as it is now."""
    return await session.get(Inquiry, inquiry_id, populate_existing=True)


async def waiting_for(session: AsyncSession, person_id: int, *, since: datetime) -> Inquiry | None:
    """The latest question that this contact was asked since then, and that has no answer."""
    unanswered = select(Inquiry).where(Inquiry.asked_of == person_id, Inquiry.answered_at.is_(None))
    return await session.scalar(unanswered.where(Inquiry.asked_at >= since).order_by(Inquiry.id.desc()).limit(1))


async def answer(session: AsyncSession, inquiry_id: int, *, answered_by: int, answer: str, now: datetime) -> bool:
    """Keep the answer; False where there is one already, so that this is an addition to it."""
    answered = await session.execute(
        update(Inquiry)
        .where(Inquiry.id == inquiry_id, Inquiry.answered_at.is_(None))
        .values(answered_by=answered_by, answer=answer, answered_at=now)
        .returning(Inquiry.id),
    )
    return answered.first() is not None
