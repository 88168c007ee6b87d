"""Files that people have sent: fetched from Telegram outside of any transaction, kept until they are dealt with."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id
from storage.people.person import Person


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
        Index(
            "ix_sent_file_sent_at",
            "sent_at",
            sqlite_where="content IS NOT NULL",
            postgresql_where="content IS NOT NULL",
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


async def find(session: AsyncSession, file_id: int) -> SentFile | None:
    """The file with that id, as it is now."""
    return await session.get(SentFile, file_id, populate_existing=True)


async def wipe(session: AsyncSession, file_id: int) -> bool:
    """Forget what stands in a file that is dealt with; False where that was done before."""
    wiped = await session.execute(
        update(SentFile)
        .where(SentFile.id == file_id, SentFile.content.is_not(None))
        .values(content=None)
        .returning(SentFile.id),
    )
    return wiped.first() is not None


async def wipe_old(session: AsyncSession, *, before: datetime) -> None:
    """Forget what stands in files that were sent before that instant, whether they were dealt with or not."""
    await session.execute(
        update(SentFile).where(SentFile.content.is_not(None), SentFile.sent_at <= before).values(content=None),
    )
