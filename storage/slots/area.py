"""The city's list of areas, and which of them what suppliers have written means."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from storage.base import Base, Id
from storage.people.person import Person

LONGEST_AREA = 60


class Area(Base):
    """One area of the list that coordinators keep."""

    __tablename__ = "area"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_AREA))
    added_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None in a city that is made up for the demo."""
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    """It is offered no longer; what was mapped to it stays."""

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.AREA, self.id)


class AreaName(Base):
    """What suppliers write, folded, and the area that it means."""

    __tablename__ = "area_name"

    written: Mapped[str] = mapped_column(String(LONGEST_AREA), primary_key=True)
    """As `domain.folded` folds it."""
    area_id: Mapped[int] = mapped_column(ForeignKey(Area.id), index=True)
    mapped_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    mapped_at: Mapped[datetime]
