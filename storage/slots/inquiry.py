"""Inquiries: what a matcher and a supplier ask each other about a slot through the bot, and what comes back."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Text, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from domain.turn.turn import Side
from storage.base import Base, Id, coded, partial_index
from storage.people.person import Person
from storage.slots.slot import Slot


class Inquiry(Base):
    """One question about a slot, or something else that is written about it, and its answer."""

    __tablename__ = "inquiry"
    __table_args__ = (
        partial_index("ix_inquiry_unanswered", "id", where="answered_at IS NULL"),
        partial_index("ix_inquiry_remind_at", "remind_at", where="remind_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    slot_id: Mapped[int] = mapped_column(ForeignKey(Slot.id), index=True)
    asking: Mapped[Side] = mapped_column(coded(Side), default=Side.MATCHER)
    """Which side asks; the other is asked."""
    asked_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    asked_of: Mapped[int] = mapped_column(ForeignKey(Person.id))
    question: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    is_awaited: Mapped[bool] = mapped_column(default=True)
    """It asks something, so that an answer is waited for; else it only tells something."""
    remind_at: Mapped[datetime | None]
    """When whoever's turn it is is reminded that it waits for an answer."""
    reminded_at: Mapped[datetime | None]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    answer: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.INQUIRY, self.id)

    @property
    def asked_side(self) -> Side:
        """Which side is asked."""
        return Side.MATCHER if self.asking is Side.SUPPLIER else Side.SUPPLIER


async def ask(session: AsyncSession, asked: Inquiry) -> Inquiry:
    """Keep a question that is passed on."""
    session.add(asked)
    await session.flush()
    return asked


async def find(session: AsyncSession, inquiry_id: int) -> Inquiry | None:
    """The inquiry with that id, as it is now."""
    return await session.get(Inquiry, inquiry_id, populate_existing=True)


async def waiting_for(session: AsyncSession, person_id: int, *, since: datetime) -> Sequence[Inquiry]:
    """The questions that this person was asked since then, and that wait for an answer, latest first."""
    unanswered = select(Inquiry).where(
        Inquiry.asked_of == person_id,
        Inquiry.answered_at.is_(None),
        Inquiry.is_awaited.is_(True),
        Inquiry.asked_at >= since,
    )
    return (await session.scalars(unanswered.order_by(Inquiry.id.desc()))).all()


async def waiting_about(session: AsyncSession, slot_id: int, asking: Side) -> Sequence[Inquiry]:
    """What that side has asked about the slot and has no answer to, in order."""
    unanswered = select(Inquiry).where(
        Inquiry.slot_id == slot_id,
        Inquiry.asking == asking,
        Inquiry.answered_at.is_(None),
        Inquiry.is_awaited.is_(True),
    )
    return (await session.scalars(unanswered.order_by(Inquiry.id))).all()


async def waiting_with(session: AsyncSession, supplier_id: int) -> Sequence[tuple[Inquiry, Slot]]:
    """What a supplier has asked or was asked and that has no answer, each with its slot, in order."""
    unanswered = (Inquiry.answered_at.is_(None), Inquiry.is_awaited.is_(True))
    rows = await session.execute(
        select(Inquiry, Slot)
        .join(Slot, Slot.id == Inquiry.slot_id)
        .where(Slot.supplier_id == supplier_id, *unanswered)
        .order_by(Inquiry.id)
        .execution_options(populate_existing=True)
    )
    return [(asked, slot) for asked, slot in rows]


# Made once: each tick asks it.
_TO_REMIND = (
    select(Inquiry)
    .where(Inquiry.remind_at.is_not(None), Inquiry.remind_at <= bindparam("now"))
    .order_by(Inquiry.remind_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)


async def to_remind(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Inquiry]:
    """Those of which it is time to remind somebody, longest waiting first."""
    return (await session.scalars(_TO_REMIND, {"now": now, "at_most": at_most})).all()


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[Inquiry]:
    """Those of which somebody will be reminded after that instant, soonest first."""
    later = select(Inquiry).where(Inquiry.remind_at > after).order_by(Inquiry.remind_at).limit(at_most)
    return (await session.scalars(later)).all()


async def answer(session: AsyncSession, inquiry_id: int, *, answered_by: int, answer: str, now: datetime) -> bool:
    """Keep the answer; False where there is one already, so that this is an addition to it."""
    answered = await session.execute(
        update(Inquiry)
        .where(Inquiry.id == inquiry_id, Inquiry.answered_at.is_(None))
        .values(answered_by=answered_by, answer=answer, answered_at=now, remind_at=None)
        .returning(Inquiry.id),
    )
    return answered.first() is not None
