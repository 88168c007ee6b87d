"""What each matcher wants to be alerted about."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.person import Person


class AlertWish(Base):
    """One matcher's wishes. Who has no row gets every alert, at once. An empty list leaves nothing out."""

    __tablename__ = "alert_wish"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    kinds: Mapped[list[str]]
    trades: Mapped[list[str]]
    areas: Mapped[list[str]]
    is_digest: Mapped[bool]
    """Once in the morning instead of one by one."""
    digested_at: Mapped[datetime | None]
    """Up to when the slots are told of in a digest."""
    digest_due_at: Mapped[datetime | None] = mapped_column(index=True)
    """When the next digest is due; None while there is nothing to tell."""
