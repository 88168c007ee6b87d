"""Tallies of programmes: how many residents came through each in a month, linked to no wish and no placement."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from domain.programme import Programme
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded
from storage.people.person import Person


class ProgrammeTally(Base):
    """One programme in one month."""

    __tablename__ = "programme_tally"
    __table_args__ = (UniqueConstraint("year", "month", "programme"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    programme: Mapped[Programme] = mapped_column(coded(Programme))
    year: Mapped[int]
    month: Mapped[int]
    number: Mapped[int]
    entered_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    entered_at: Mapped[datetime]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.PROGRAMME, self.id)
