"""Evaluations: what a supplier and a matcher think of a placement, and those who met of a dialogue meeting."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from storage.base import Base, Id
from storage.meetings.meeting import Meeting
from storage.people.person import Person
from storage.placements.placement import Placement


class Evaluation(Base):
    """One person's verdicts about a placement or a meeting; changeable for a week."""

    __tablename__ = "evaluation"
    __table_args__ = (
        UniqueConstraint("placement_id", "person_id"),
        UniqueConstraint("meeting_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    placement_id: Mapped[int | None] = mapped_column(ForeignKey(Placement.id))
    """None where it is about a meeting."""
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey(Meeting.id))
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
    verdicts: Mapped[dict[str, str]]
    """By the names of `EvaluationQuestion`; what was not answered is not in here."""
    asked_at: Mapped[datetime]
    said_at: Mapped[datetime | None]
    """When the first answer came."""

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.EVALUATION, self.id)
