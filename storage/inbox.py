"""The inbox: every update from Telegram, kept before it is confirmed, handled once and in order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, String, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage import wakeup
from storage.base import Base, Id, coded
from storage.dialects import insert_into


class InboxState(StrEnum):
    """How far an update has come."""

    WAITING = "waiting"
    HANDLED = "handled"
    SET_ASIDE = "set_aside"


class InboxRow(Base):
    """One update. Its content is blanked in the transaction that handles it."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_waiting",
            "chat_id",
            "id",
            sqlite_where="state = 'waiting'",
            postgresql_where="state = 'waiting'",
        ),
        Index("ix_inbox_received_at", "received_at"),
        Index("ix_inbox_chat_id", "chat_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    dedup_key: Mapped[str] = mapped_column(String(80), unique=True)
    """Telegram's update id. It tells repeats apart but not what came first: it restarts after an idle week."""
    chat_id: Mapped[int] = mapped_column(BigInteger)
    payload: Mapped[dict[str, Any] | None]
    state: Mapped[InboxState] = mapped_column(coded(InboxState))
    attempts: Mapped[int]
    reference: Mapped[str | None] = mapped_column(String(16))
    """What a person can quote of an update that was set aside."""
    received_at: Mapped[datetime]
    handled_at: Mapped[datetime | None]


class InboxChat(Base):
    """A chat's place in the queue. Who handles a chat locks this row, so that its updates keep their order."""

    __tablename__ = "inbox_chat"
    __table_args__ = (
        Index(
            "ix_inbox_chat_oldest_waiting_id",
            "oldest_waiting_id",
            sqlite_where="oldest_waiting_id IS NOT NULL",
            postgresql_where="oldest_waiting_id IS NOT NULL",
        ),
    )

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    oldest_waiting_id: Mapped[int | None] = mapped_column(BigInteger)


# Made once: to build a question costs more than to ask it.
_IS_WAITING = select(exists().where(InboxChat.oldest_waiting_id.is_not(None)))
_LONGEST_WAITING = (
    select(InboxChat)
    .where(InboxChat.oldest_waiting_id.is_not(None))
    .order_by(InboxChat.oldest_waiting_id)
    .limit(1)
    .with_for_update(skip_locked=True)
)


@dataclass(frozen=True)
class Arrival:
    """An update as it came in, with what is known without understanding it."""

    dedup_key: str
    chat_id: int
    payload: dict[str, Any]


async def keep(session: AsyncSession, arrivals: Sequence[Arrival], *, now: datetime) -> int:
    """Keep the updates that are new, in order; says how many were."""
    await _lock_chats(session, {arrival.chat_id for arrival in arrivals})
    kept: list[tuple[int, int]] = []
    for arrival in arrivals:
        row_id = await session.scalar(
            insert_into(session, InboxRow)
            .values(
                dedup_key=arrival.dedup_key,
                chat_id=arrival.chat_id,
                payload=arrival.payload,
                state=InboxState.WAITING,
                attempts=0,
                received_at=now,
            )
            .on_conflict_do_nothing(index_elements=[InboxRow.dedup_key])
            .returning(InboxRow.id),
        )
        if row_id is not None:
            kept.append((arrival.chat_id, row_id))
    await _queue_chats(session, kept)
    return len(kept)


async def _lock_chats(session: AsyncSession, chat_ids: Iterable[int]) -> None:
    """Make each chat's place in the queue, and hold it until the end of the transaction.

    Before the rows get their numbers, so that of two processes that keep updates of one chat, the one with the higher
    number can't be seen first; and one chat after another, so that the two can't wait for each other.
    """
    for chat_id in sorted(chat_ids):
        place = insert_into(session, InboxChat).values(chat_id=chat_id, oldest_waiting_id=None)
        await session.execute(
            place.on_conflict_do_update(
                index_elements=[InboxChat.chat_id], set_={"oldest_waiting_id": InboxChat.oldest_waiting_id}
            ),
        )


async def _queue_chats(session: AsyncSession, kept: Sequence[tuple[int, int]]) -> None:
    """Let chats that were empty come up with the first of their new rows; the others keep their place."""
    for chat_id, row_id in dict(reversed(kept)).items():
        await session.execute(
            update(InboxChat)
            .where(InboxChat.chat_id == chat_id, InboxChat.oldest_waiting_id.is_(None))
            .values(oldest_waiting_id=row_id),
        )
    if kept:
        wakeup.note(session)


async def claim_next(session: AsyncSession) -> InboxRow | None:
    """Lock the chat that has waited longest, and give its oldest update; None when nothing waits.

    On PostgreSQL the lock on the chat makes other workers pass it by; on SQLite the write transaction itself
    keeps everyone else out, and the locking clause compiles to nothing.
    """
    chat = await session.scalar(_LONGEST_WAITING)
    if chat is None:
        return None
    return await session.get_one(InboxRow, chat.oldest_waiting_id)


async def mark_handled(session: AsyncSession, row: InboxRow, *, now: datetime) -> None:
    """The update has had its effect: blank it, and let the chat's next one come forward."""
    row.state, row.payload, row.handled_at = InboxState.HANDLED, None, now
    await _advance_chat(session, row.chat_id)


async def count_failure(session: AsyncSession, row_id: int) -> InboxRow | None:
    """Note one more failed attempt and give the row as it now is; None where another process handled it meanwhile."""
    # The chat is locked first, as everywhere: two who lock in different orders could wait for each other.
    await session.execute(
        select(InboxChat.chat_id)
        .join(InboxRow, InboxRow.chat_id == InboxChat.chat_id)
        .where(InboxRow.id == row_id)
        .with_for_update(of=InboxChat),
    )
    counted = await session.scalar(
        update(InboxRow)
        .where(InboxRow.id == row_id, InboxRow.state == InboxState.WAITING)
        .values(attempts=InboxRow.attempts + 1)
        .returning(InboxRow.id),
    )
    return None if counted is None else await session.get_one(InboxRow, row_id, populate_existing=True)


async def set_aside(session: AsyncSession, row: InboxRow, *, reference: str, now: datetime) -> None:
    """Give up on an update for now, so that the chat's others go on; its content stays for the operator."""
    row.state, row.reference, row.handled_at = InboxState.SET_ASIDE, reference, now
    await _advance_chat(session, row.chat_id)


async def _advance_chat(session: AsyncSession, chat_id: int) -> None:
    await session.flush()
    oldest = (
        select(func.min(InboxRow.id))
        .where(InboxRow.chat_id == chat_id, InboxRow.state == InboxState.WAITING)
        .scalar_subquery()
    )
    await session.execute(
        update(InboxChat).where(InboxChat.chat_id == chat_id).values(oldest_waiting_id=oldest),
    )


async def forget_handled(session: AsyncSession, *, before: datetime, at_most: int) -> int:
    """Delete handled updates that came before the given time, and chats that nothing is kept of; says how many."""
    old = (
        select(InboxRow.id)
        .where(InboxRow.received_at < before, InboxRow.state != InboxState.WAITING)
        .order_by(InboxRow.received_at)
        .limit(at_most)
    )
    forgotten = await session.scalars(
        delete(InboxRow)
        .where(InboxRow.id.in_(old))
        .returning(InboxRow.chat_id)
        .execution_options(synchronize_session=False),
    )
    chat_ids = forgotten.all()
    await _forget_empty(session, set(chat_ids))
    return len(chat_ids)


async def _forget_empty(session: AsyncSession, chat_ids: set[int]) -> None:
    """Only the chats that have just lost a row: to look through all of them at every tick would take ever longer."""
    if not chat_ids:
        return
    await session.execute(
        # The second condition is not idle: an update that arrives meanwhile is unseen by the third on PostgreSQL.
        delete(InboxChat)
        .where(
            InboxChat.chat_id.in_(chat_ids),
            InboxChat.oldest_waiting_id.is_(None),
            ~exists().where(InboxRow.chat_id == InboxChat.chat_id),
        )
        .execution_options(synchronize_session=False),
    )


async def count_by_state(session: AsyncSession) -> dict[InboxState, int]:
    """How many updates wait, are handled and were set aside."""
    rows = await session.execute(select(InboxRow.state, func.count()).group_by(InboxRow.state))
    return dict(rows.all())


async def is_waiting(session: AsyncSession) -> bool:
    """Whether any update waits to be handled."""
    return bool(await session.scalar(_IS_WAITING))
