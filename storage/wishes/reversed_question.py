"""Reversed questions: somebody looks for a place that nobody has offered, and a supplier is asked whether it can."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from domain.slot import SlotKind, Trade
from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.slots.area import Area
from storage.slots.slot import Slot
from storage.wishes.wish import Wish


class ReversedAnswer(StrEnum):
    """What a supplier has answered."""

    YES = "yes"
    LATER = "later"
    NO_TIME = "no_time"
    NO_TASKS = "no_tasks"
    NO_SUPERVISOR = "no_supervisor"
    NO_OTHER = "no_other"


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
    slot_id: Mapped[int | None] = mapped_column(ForeignKey(Slot.id))
    """The offer that came of a yes."""

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.REVERSED_QUESTION, self.id)
