"""What was tried, when, and with which suppliers."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from domain.tryout import LONGEST_TRYOUT, TryoutSort
from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.people.supplier import Supplier


class Tryout(Base):
    """Something that the city did in another way."""

    __tablename__ = "tryout"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    sort: Mapped[TryoutSort] = mapped_column(coded(TryoutSort))
    words: Mapped[str] = mapped_column(String(LONGEST_TRYOUT))
    begun_on: Mapped[date]
    weeks: Mapped[int]
    """What came of it is counted for so long."""
    noted_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    noted_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.TRYOUT, self.id)


class TriedSupplier(Base):
    """One of the suppliers with whom it was tried."""

    __tablename__ = "tried_supplier"

    tryout_id: Mapped[int] = mapped_column(ForeignKey(Tryout.id), primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id), primary_key=True)
