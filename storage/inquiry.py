"""Inquiries: what a matcher asks a supplier about a slot through the bot, and what comes back."""

from datetime import datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id
from storage.person import Person
from storage.slot import Slot


class Inquiry(Base):
    """One question about a slot, and its answer."""

    __tablename__ = "inquiry"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    slot_id: Mapped[int] = mapped_column(ForeignKey(Slot.id), index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    asked_of: Mapped[int] = mapped_column(ForeignKey(Person.id))
    question: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    answer: Mapped[str | None] = mapped_column(Text)
    answered_at: Mapped[datetime | None]
