"""The goal of a year: how many residents the city wants in occupation. A row is never changed: another replaces it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from storage.base import Base, Id
from storage.people.person import Person

LONGEST_NUMBER = 60
"""Characters of the decision's number in the register of records."""


class Goal(Base):
    """What was decided for one year."""

    __tablename__ = "goal"
    __table_args__ = (
        Index(
            "uq_goal_year_in_force",
            "year",
            unique=True,
            sqlite_where="replaced_at IS NULL",
            postgresql_where="replaced_at IS NULL",
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    year: Mapped[int]
    number: Mapped[int]
    """Residents, each counted once."""
    kinds: Mapped[list[str]]
    """The kinds of places that count towards it."""
    decided_on: Mapped[date]
    registry_number: Mapped[str] = mapped_column(String(LONGEST_NUMBER))
    set_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None in a city that is made up for the demo."""
    set_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
    """None for the one in force."""

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.GOAL, self.id)
