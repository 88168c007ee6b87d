"""Broadcasts: what the city tells many suppliers, to whom, and how far it has come."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from domain.broadcast import BroadcastSort
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded
from storage.people.person import Person


class Broadcast(Base):
    """One message to many: nobody gets it before somebody has pressed *Send*, and nobody twice."""

    __tablename__ = "broadcast"
    __table_args__ = (
        Index(
            "ix_broadcast_under_way",
            "accepted_at",
            sqlite_where="accepted_at IS NOT NULL AND queued_at IS NULL",
            postgresql_where="accepted_at IS NOT NULL AND queued_at IS NULL",
        ),
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

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.BROADCAST, self.id)


class BroadcastPress(Base):
    """Somebody has pressed a button under a broadcast; once is enough."""

    __tablename__ = "broadcast_press"

    broadcast_id: Mapped[int] = mapped_column(ForeignKey(Broadcast.id), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True)
    pressed_at: Mapped[datetime]
