"""What people decided of a procurement, and why; the newest holds, and none is lost."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.procurement import LONGEST_DECISION_REASON, Level
from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.procurements.procurement import Procurement


class ProcurementDecision(Base):
    """One decision."""

    __tablename__ = "procurement_decision"
    __table_args__ = (
        Index(
            "uq_procurement_decision_in_force",
            "procurement_id",
            unique=True,
            sqlite_where="replaced_at IS NULL",
            postgresql_where="replaced_at IS NULL",
        ),
        Index("ix_procurement_decision_procurement_id", "procurement_id", "id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    procurement_id: Mapped[int] = mapped_column(ForeignKey(Procurement.id))
    level: Mapped[Level] = mapped_column(coded(Level))
    kinds: Mapped[list[str]] = mapped_column(JSON)
    """The kinds of contribution that are to be asked for."""
    reason: Mapped[str] = mapped_column(String(LONGEST_DECISION_REASON))
    advice: Mapped[dict[str, object]] = mapped_column(JSON)
    """What the bot had advised just then, and by what, in codes."""
    decided_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    decided_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
