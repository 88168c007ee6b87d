"""Files that people have sent: fetched from Telegram outside of any transaction, kept until they are dealt with."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String, bindparam, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, Id, partial_index
from storage.outbox import OutboxRow
from storage.people.person import Person


class SentFile(Base):
    """One file."""

    __tablename__ = "sent_file"
    __table_args__ = (
        partial_index("ix_sent_file_fetch_at", "fetch_at", where="fetch_at IS NOT NULL"),
        partial_index("ix_sent_file_sent_at", "sent_at", where="content IS NOT NULL"),
        partial_index("ix_sent_file_take_in_at", "take_in_at", where="take_in_at IS NOT NULL"),
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
    """Tries at fetching it; from the word of its sender on, tries at taking it in."""
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    """None until it is fetched, and again as soon as it is dealt with."""
    mistakes: Mapped[list[dict[str, Any]] | None]
    """What was shown to be wrong in it, for the list to work by; None again as soon as it is dealt with."""
    changes: Mapped[dict[str, Any] | None]
    """What was shown to be new or changed, for the list of it; None again as soon as it is dealt with."""
    take_in_at: Mapped[datetime | None]
    """When it is taken in; None until its sender has said so, and again as soon as it is dealt with."""
    accepted_mark: Mapped[int | None] = mapped_column(BigInteger)
    """The mark of what its sender was shown and has said yes to."""
    begins_again: Mapped[bool | None]
    """Whether the contracts that run already begin again from today, as its sender has chosen."""
    shown_id: Mapped[int | None] = mapped_column(ForeignKey(OutboxRow.id))
    """The message under which its sender has said so: how it went will stand there."""


FORGOTTEN: dict[str, Any] = {"content": None, "mistakes": None, "changes": None}
"""What becomes of all that stood in a file, as soon as it is dealt with."""


async def find(session: AsyncSession, file_id: int) -> SentFile | None:
    """The file with that id, as it is now."""
    return await session.get(SentFile, file_id, populate_existing=True)


async def wipe(session: AsyncSession, file_id: int) -> bool:
    """Forget what stands in a file that is dealt with; False where that was done before."""
    wiped = await session.execute(
        update(SentFile)
        .where(SentFile.id == file_id, SentFile.content.is_not(None))
        .values(**FORGOTTEN)
        .returning(SentFile.id),
    )
    return wiped.first() is not None


# Made once: each tick asks it.
_WIPE_OLD = (
    update(SentFile)
    .where(SentFile.content.is_not(None), SentFile.sent_at <= bindparam("before"), SentFile.take_in_at.is_(None))
    .values(**FORGOTTEN)
    .execution_options(synchronize_session=False)
)


async def wipe_old(session: AsyncSession, *, before: datetime) -> None:
    """Forget what stands in files that were sent before that instant and that nobody has dealt with."""
    await session.execute(_WIPE_OLD, {"before": before})
