"""Earlier results: what suppliers gave before Steget, or outside it, entered as what it is."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from domain.slot import SlotKind
from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.people.supplier import Supplier

LONGEST_SOURCE = 160
"""Characters, of where it is known from."""


class EarlierResult(Base):
    """So many of a kind from one supplier in one year."""

    __tablename__ = "earlier_result"
    __table_args__ = (Index("ix_earlier_result_year", "year", "kind"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id))
    kind: Mapped[SlotKind] = mapped_column(coded(SlotKind))
    number: Mapped[int]
    year: Mapped[int]
    source: Mapped[str] = mapped_column(String(LONGEST_SOURCE))
    entered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None in a city that is made up for the demo."""
    entered_at: Mapped[datetime]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.EARLIER_RESULT, self.id)
