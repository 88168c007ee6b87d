"""Broadcasts: what the city tells many suppliers, to whom, and how far it has come."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Text, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.audience import Audience, audience_of
from domain.broadcast import BroadcastSort, BroadcastState
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded, partial_index
from storage.people.person import Person


class Broadcast(Base):
    """One message to many: nobody gets it before somebody has pressed *Send*, and nobody twice."""

    __tablename__ = "broadcast"
    __table_args__ = (
        partial_index("ix_broadcast_under_way", "accepted_at", where="accepted_at IS NOT NULL AND queued_at IS NULL"),
        # A draft can be thrown away, and no button or form about it may come to mean the next one.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    sort: Mapped[BroadcastSort] = mapped_column(coded(BroadcastSort))
    words_sv: Mapped[str] = mapped_column(Text)
    words_en: Mapped[str | None] = mapped_column(Text)
    """None: who reads English gets the Swedish words, too."""
    audience: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    """Which suppliers: for each sort of choice those that were chosen; empty for all."""
    named: Mapped[list[int]] = mapped_column(JSON)
    """The suppliers whose names or stories it tells: each has said yes to that."""
    written_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    written_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    """When its writer pressed *Send*."""
    receivers: Mapped[int | None]
    """To so many it was to go when that was pressed."""
    queued_up_to: Mapped[int] = mapped_column(default=0)
    """It is queued for everybody whose id is at most that: a process that dies goes on behind them."""
    queued_at: Mapped[datetime | None]
    """When it was queued for the last of them, or stopped."""
    stopped_at: Mapped[datetime | None]
    stopped_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None where somebody whom it names wanted that no more."""
    told_quarters: Mapped[int] = mapped_column(default=0)
    """So much of it was through when that was shown last; all of it, and it is not shown again by itself."""

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.BROADCAST, self.id)

    @property
    def to(self) -> Audience:
        """Which suppliers it is for."""
        return audience_of(self.audience)

    @property
    def state(self) -> BroadcastState:
        """How far it has come."""
        if self.accepted_at is None:
            return BroadcastState.DRAFT
        if self.stopped_at is not None:
            return BroadcastState.STOPPED
        return BroadcastState.UNDER_WAY if self.queued_at is None else BroadcastState.QUEUED


async def keep(session: AsyncSession, draft: Broadcast) -> Broadcast:
    """Keep what somebody has written; it goes to nobody yet."""
    session.add(draft)
    await session.flush()
    return draft


async def find(session: AsyncSession, broadcast_id: int) -> Broadcast | None:
    """The broadcast with that id, as it is now."""
    return await session.get(Broadcast, broadcast_id, populate_existing=True)


async def held(session: AsyncSession, broadcast_id: int) -> Broadcast | None:
    """The same, held until the end of the transaction, so that of two who press at once one comes first."""
    return await session.get(Broadcast, broadcast_id, populate_existing=True, with_for_update=True)


async def accept(session: AsyncSession, broadcast_id: int, *, receivers: int, now: datetime) -> bool:
    """Let it go to so many; False where it goes already."""
    accepted = await session.execute(
        update(Broadcast)
        .where(Broadcast.id == broadcast_id, Broadcast.accepted_at.is_(None))
        .values(accepted_at=now, receivers=receivers)
        .returning(Broadcast.id)
    )
    return accepted.first() is not None


async def stop(session: AsyncSession, broadcast_id: int, *, by: int | None, now: datetime) -> bool:
    """Queue it for nobody else; False where it was stopped before, or goes to nobody yet."""
    stopped = await session.execute(
        update(Broadcast)
        .where(Broadcast.id == broadcast_id, Broadcast.accepted_at.is_not(None), Broadcast.stopped_at.is_(None))
        .values(stopped_at=now, stopped_by=by, queued_at=func.coalesce(Broadcast.queued_at, now))
        .returning(Broadcast.id)
    )
    return stopped.first() is not None


async def throw_away(session: AsyncSession, draft: Broadcast) -> None:
    """Delete a draft: nobody has got it."""
    await session.delete(draft)


async def writers_of_drafts(session: AsyncSession, supplier_id: int) -> set[int]:
    """The ids of those whose drafts name that supplier. There are few drafts, so all of them are looked at."""
    drafts = await session.scalars(select(Broadcast).where(Broadcast.accepted_at.is_(None)))
    return {draft.written_by for draft in drafts if supplier_id in draft.named}


async def count(session: AsyncSession) -> int:
    """How many there are, with the drafts."""
    return await session.scalar(select(func.count()).select_from(Broadcast)) or 0


async def part(session: AsyncSession, *, skip: int, at_most: int) -> Sequence[Broadcast]:
    """A part of all of them, the newest first."""
    newest = select(Broadcast).order_by(Broadcast.id.desc())
    return (await session.scalars(newest.offset(skip).limit(at_most))).all()
