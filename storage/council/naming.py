"""Whether suppliers may be named: each question is a row, and the last one answered holds."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from domain.naming import Naming
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.people.supplier import Supplier


class NamingQuestion(Base):
    """One time a supplier was asked, or said it by itself."""

    __tablename__ = "naming_question"
    __table_args__ = (Index("ix_naming_question_supplier_id", "supplier_id", "id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id))
    asked_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    asked_at: Mapped[datetime]
    answer: Mapped[Naming | None] = mapped_column(coded(Naming))
    answered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    answered_at: Mapped[datetime | None]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.NAMING, self.id)
