"""Reversed questions: somebody looks for a place that nobody has offered, and a supplier is asked whether it can."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from domain.reversed_question import Place, ReversedAnswer
from domain.slot import SlotKind, Trade
from domain.subject import ReversedQuestionSubject
from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.slots.area import Area
from storage.slots.slot import Slot
from storage.wishes.wish import Wish


class ReversedQuestion(Base):
    """One supplier that was asked: kind, trade, area and month, and nothing more of the wish."""

    __tablename__ = "reversed_question"
    __table_args__ = (
        Index("ix_reversed_question_supplier_id", "supplier_id", "asked_at"),
        Index("ix_reversed_question_wish_id", "wish_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id))
    matcher_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    wish_id: Mapped[int | None] = mapped_column(ForeignKey(Wish.id))
    """None once the wish is disposed of."""
    kind: Mapped[SlotKind] = mapped_column(coded(SlotKind))
    trade: Mapped[Trade] = mapped_column(coded(Trade))
    area_id: Mapped[int | None] = mapped_column(ForeignKey(Area.id))
    month_on: Mapped[date]
    """The first day of the month from which somebody looks."""
    asked_at: Mapped[datetime]
    answer: Mapped[ReversedAnswer | None] = mapped_column(coded(ReversedAnswer))
    answered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    answered_at: Mapped[datetime | None]
    later_on: Mapped[date | None]
    """The first day of the month that it named, where it has answered *later*."""
    slot_id: Mapped[int | None] = mapped_column(ForeignKey(Slot.id))
    """The offer that came of a yes."""

    @property
    def place(self) -> Place:
        """What is asked for."""
        return Place(self.kind, self.trade, self.area_id, self.month_on)

    @property
    def subject(self) -> ReversedQuestionSubject:
        """The question as the rules of access see it."""
        return ReversedQuestionSubject(supplier_id=self.supplier_id)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.REVERSED_QUESTION, self.id)


async def ask(  # noqa: PLR0913  who asks whom, for what, and when
    session: AsyncSession, place: Place, *, supplier_id: int, matcher_id: int, wish_id: int, now: datetime
) -> ReversedQuestion:
    """Keep that the supplier is asked."""
    question = ReversedQuestion(
        supplier_id=supplier_id,
        matcher_id=matcher_id,
        wish_id=wish_id,
        kind=place.kind,
        trade=place.trade,
        area_id=place.area_id,
        month_on=place.month_on,
        asked_at=now,
    )
    session.add(question)
    await session.flush()
    return question


async def find(session: AsyncSession, question_id: int) -> ReversedQuestion | None:
    """The question with that id, as it is now."""
    return await session.get(ReversedQuestion, question_id, populate_existing=True)


async def for_wish(session: AsyncSession, wish_id: int) -> Sequence[ReversedQuestion]:
    """Everything that was asked for the wish, newest first."""
    return (
        await session.scalars(
            select(ReversedQuestion)
            .where(ReversedQuestion.wish_id == wish_id)
            .order_by(ReversedQuestion.id.desc())
            .execution_options(populate_existing=True),
        )
    ).all()


async def answer(  # noqa: PLR0913  what is answered, by whom, when, and with which day or offer
    session: AsyncSession,
    question_id: int,
    said: ReversedAnswer,
    *,
    by: int,
    now: datetime,
    later_on: date | None = None,
    slot_id: int | None = None,
) -> bool:
    """Keep the answer. Whoever has said no may still say yes, but an offer that was made is taken back elsewhere."""
    values = {"answer": said, "answered_by": by, "answered_at": now, "later_on": later_on, "slot_id": slot_id}
    answered = await session.execute(
        update(ReversedQuestion)
        .where(ReversedQuestion.id == question_id, ReversedQuestion.slot_id.is_(None))
        .values(**values)
        .returning(ReversedQuestion.id),
    )
    return answered.first() is not None
