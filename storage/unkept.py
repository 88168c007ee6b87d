"""Which messages show what they do not keep: so whoever disposes of a row finds every message that tells of it."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ForeignKey, Index, String, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Reference
from storage.base import Base, Id, batched
from storage.dialects import insert_into
from storage.outbox import OutboxRow


class UnkeptMessage(Base):
    """One message, and a row that it shows, such as "wish:12"."""

    __tablename__ = "unkept_message"
    __table_args__ = (Index("ix_unkept_message_outbox_id", "outbox_id"),)

    about: Mapped[str] = mapped_column(String(60), primary_key=True)
    outbox_id: Mapped[int] = mapped_column(Id, ForeignKey(OutboxRow.id), primary_key=True, autoincrement=False)
    """The original message; its edits are found by it."""


async def note(session: AsyncSession, outbox_id: int, told: Collection[Reference]) -> None:
    """Note that the message shows these."""
    rows = [{"about": str(about), "outbox_id": outbox_id} for about in told]
    await session.execute(insert_into(session, UnkeptMessage).values(rows).on_conflict_do_nothing())


async def showing(session: AsyncSession, about: Reference) -> Sequence[int]:
    """The messages that show it or have shown it, by the number of each original, in order."""
    shown = select(UnkeptMessage.outbox_id).where(UnkeptMessage.about == str(about))
    return (await session.scalars(shown.order_by(UnkeptMessage.outbox_id))).all()


async def rows_of(session: AsyncSession, outbox_ids: Collection[int]) -> Sequence[OutboxRow]:
    """These messages and every edit of them, in order."""
    row = OutboxRow
    found = select(row).where(or_(row.id.in_(outbox_ids), row.original_id.in_(outbox_ids))).order_by(row.id)
    return (await session.scalars(found.execution_options(populate_existing=True))).all()


async def empty(session: AsyncSession, row_ids: Collection[int], content: dict[str, Any]) -> None:
    """Let these rows keep that instead of what they were looked up by."""
    for some in batched(list(row_ids)):
        await session.execute(
            update(OutboxRow)
            .where(OutboxRow.id.in_(some))
            .values(content=content)
            .execution_options(synchronize_session=False)
        )


async def forget(session: AsyncSession, about: Reference) -> None:
    """Forget which messages have shown it."""
    await session.execute(delete(UnkeptMessage).where(UnkeptMessage.about == str(about)))
