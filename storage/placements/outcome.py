"""Outcomes: what became of somebody after a placement, as the matcher says; no supplier is told."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from domain.outcome import Outcome, OutcomeAfter
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.placements.placement import Placement


class OutcomeRow(Base):
    """One time at which it is asked what became of somebody, and the answer."""

    __tablename__ = "outcome"
    __table_args__ = (
        UniqueConstraint("placement_id", "after"),
        Index(
            "ix_outcome_next_at", "next_at", sqlite_where="next_at IS NOT NULL", postgresql_where="next_at IS NOT NULL"
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    placement_id: Mapped[int] = mapped_column(ForeignKey(Placement.id))
    after: Mapped[OutcomeAfter] = mapped_column(coded(OutcomeAfter))
    due_on: Mapped[date]
    next_at: Mapped[datetime | None]
    """When the matcher is asked next; None once it is answered or no longer asked."""
    outcome: Mapped[Outcome | None] = mapped_column(coded(Outcome))
    said_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    said_at: Mapped[datetime | None]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.OUTCOME, self.id)
