"""Files that people have sent: fetched from Telegram outside of any transaction, kept until they are dealt with."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id
from storage.person import Person


class SentFile(Base):
    """One file."""

    __tablename__ = "sent_file"
    __table_args__ = (
        Index(
            "ix_sent_file_fetch_at",
            "fetch_at",
            sqlite_where="fetch_at IS NOT NULL",
            postgresql_where="fetch_at IS NOT NULL",
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), index=True)
    telegram_file_id: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(200))
    size: Mapped[int | None]
    """Bytes, as Telegram says."""
    sent_at: Mapped[datetime]
    fetch_at: Mapped[datetime | None]
    """When it is fetched from Telegram; None once it is here or has been given up."""
    attempts: Mapped[int]
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    """None until it is fetched, and again as soon as it is dealt with."""
