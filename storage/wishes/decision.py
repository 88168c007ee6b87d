"""The city's decision to keep wishes: they are off until an administrator turns them on with its number."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id
from storage.people.person import Person


class WishDecision(Base):
    """One time at which wishes were turned on; those that are over stay."""

    __tablename__ = "wish_decision"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    registry_number: Mapped[str] = mapped_column(String(60))
    turned_on_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    turned_on_at: Mapped[datetime]
    turned_off_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    turned_off_at: Mapped[datetime | None]
