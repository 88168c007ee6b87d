"""Absences and deputies: who is away until when, and who then gets what would have come to them."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.person import Person


class Absence(Base):
    """Somebody is away."""

    __tablename__ = "absence"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    until_on: Mapped[date]
    """The first day on which they are back."""


class Deputy(Base):
    """Who stands in for somebody who is away."""

    __tablename__ = "deputy"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    deputy_id: Mapped[int] = mapped_column(ForeignKey(Person.id))
