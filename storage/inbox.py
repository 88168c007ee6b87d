"""The inbox: every update from Telegram, kept before it is confirmed, handled once and in order."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, Executable, Index, String, bindparam, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.frozen import frozen
from storage import wakeup
from storage.base import Base, Id, coded, partial_index, table_of
from storage.dialects import InBothDialects, Insert, in_dialect
from storage.wakeup import Queued


class InboxState(StrEnum):
    """How far an update has come."""

    WAITING = "waiting"
    HANDLED = "handled"
    SET_ASIDE = "set_aside"


class InboxRow(Base):
    """One update. Its content is kept until it is handled, and not at all where that is done as it comes in."""

    __tablename__ = "inbox"
    __table_args__ = (
        partial_index("ix_inbox_waiting", "chat_id", "id", where="state = 'waiting'"),
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
    __table_args__ = (partial_index("ix_inbox_chat_place", "place", where="place IS NOT NULL"),)

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    oldest_waiting_id: Mapped[int | None] = mapped_column(BigInteger)
    place: Mapped[int | None] = mapped_column(BigInteger)
    """The lower, the sooner its turn: behind all who were in the queue when it came in, or had its last turn."""


_chats, _rows = table_of(InboxChat), table_of(InboxRow)


def _chats_queued(insert: Insert) -> Executable:
    new = insert(_chats)
    keeps_its_place = {
        name: func.coalesce(_chats.c[name], new.excluded[name]) for name in ("oldest_waiting_id", "place")
    }
    return new.on_conflict_do_update(index_elements=["chat_id"], set_=keeps_its_place)


# Made once: to build a question costs more than to ask it.
_IS_WAITING = select(exists().where(InboxChat.place.is_not(None)))
_NEWEST_ID = select(func.max(InboxRow.id))
_OLD = (
    select(InboxRow.id)
    .where(InboxRow.received_at < bindparam("before"), InboxRow.state != InboxState.WAITING)
    .order_by(InboxRow.received_at)
    .limit(bindparam("at_most"))
)
_FORGET = (
    delete(InboxRow)
    .where(InboxRow.id.in_(_OLD))
    .returning(InboxRow.chat_id)
    .execution_options(synchronize_session=False)
)
_KEEP = InBothDialects(
    lambda insert: (
        insert(_rows)
        .on_conflict_do_nothing(index_elements=["dedup_key"])
        .returning(_rows.c.id, _rows.c.chat_id, _rows.c.dedup_key)
    )
)
_HOLD_CHAT = InBothDialects(
    lambda insert: (
        insert(_chats)
        .on_conflict_do_update(index_elements=["chat_id"], set_={"place": _chats.c.place})
        .returning(_chats.c.place)
    )
)
_QUEUE_CHAT = InBothDialects(_chats_queued)
_LET_WAIT = (
    update(_rows)
    .where(_rows.c.id == bindparam("row_id"))
    .values(state=InboxState.WAITING, payload=bindparam("content", type_=_rows.c.payload.type), handled_at=None)
)


class Turn(NamedTuple):
    """An update that is to be handled now: its chat is locked, and whatever is older there is handled before it."""

    id: int
    chat_id: int
    payload: dict[str, Any] | None
    attempts: int
    """How often it was begun and not handled."""


@frozen
class Arrival:
    """An update as it came in, with what is known without understanding it."""

    dedup_key: str
    chat_id: int
    payload: dict[str, Any]
    attempts: int = 0
    """How often it was begun before it is kept."""


async def keep(session: AsyncSession, arrivals: Sequence[Arrival], *, now: datetime) -> int:
    """Keep the updates that are new, in order; says how many were."""
    if not arrivals:
        return 0
    await _hold_chats(session, {arrival.chat_id for arrival in arrivals})
    new = [
        {
            "dedup_key": arrival.dedup_key,
            "chat_id": arrival.chat_id,
            "payload": arrival.payload,
            "state": InboxState.WAITING,
            "attempts": arrival.attempts,
            "received_at": now,
        }
        for arrival in arrivals
    ]
    kept = (await session.execute(in_dialect(session, _KEEP), new)).all()
    await _queue_chats(session, {row.chat_id: row.id for row in sorted(kept, key=_newest_first)})
    return len(kept)


async def keep_handled(session: AsyncSession, arrivals: Sequence[Arrival], *, now: datetime) -> dict[str, Turn] | None:
    """Keep the updates that are new as handled already, without their content, for whoever handles them just now.

    They are given in order, by their keys. None, and nothing is kept, where anything waits in one of their chats: they
    are not to overtake it.
    """
    if not arrivals:
        return {}
    if await _hold_chats(session, {arrival.chat_id for arrival in arrivals}):
        return None
    handled = {"payload": None, "state": InboxState.HANDLED, "attempts": 0, "received_at": now, "handled_at": now}
    rows = [handled | {"dedup_key": arrival.dedup_key, "chat_id": arrival.chat_id} for arrival in arrivals]
    kept = await session.execute(in_dialect(session, _KEEP), rows)
    ids = {row.dedup_key: row.id for row in kept}
    new = {arrival.dedup_key: arrival for arrival in arrivals if arrival.dedup_key in ids}
    return {key: Turn(ids[key], arrival.chat_id, arrival.payload, attempts=0) for key, arrival in new.items()}


async def let_wait(session: AsyncSession, turns: Sequence[Turn]) -> None:
    """Let updates that were kept as handled wait after all, with what they say."""
    if turns:
        await session.execute(_LET_WAIT, [{"row_id": turn.id, "content": turn.payload} for turn in turns])
        await _queue_chats(session, {turn.chat_id: turn.id for turn in reversed(turns)})


async def _hold_chats(session: AsyncSession, chat_ids: Iterable[int]) -> bool:
    """Hold each chat's place in the queue until the end of the transaction; says whether any has something waiting.

    Before the rows get their numbers, so that of two processes that keep updates of one chat, the one with the higher
    number can't be seen first; and in the order of the chats, so that the two can't wait for each other.
    """
    chats = [{"chat_id": chat_id} for chat_id in sorted(chat_ids)]
    places = await session.scalars(in_dialect(session, _HOLD_CHAT), chats)
    return any(place is not None for place in places)


async def _queue_chats(session: AsyncSession, oldest: dict[int, int]) -> None:
    """Let chats that were empty come in with the first of their new rows; the others keep their place."""
    if oldest:
        places = [
            {"chat_id": chat, "oldest_waiting_id": oldest[chat], "place": oldest[chat]} for chat in sorted(oldest)
        ]
        await session.execute(in_dialect(session, _QUEUE_CHAT), places)
        wakeup.note(session, Queued.UPDATE)


def _newest_first(row: Any) -> int:
    return -int(row.id)


async def newest_id(session: AsyncSession) -> int:
    """The number of the row that was kept last; 0 before there is any."""
    return await session.scalar(_NEWEST_ID) or 0


async def forget_handled(session: AsyncSession, *, before: datetime, at_most: int) -> int:
    """Delete handled updates that came before the given time, and chats that nothing is kept of; says how many."""
    chat_ids = (await session.scalars(_FORGET, {"before": before, "at_most": at_most})).all()
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
            InboxChat.place.is_(None),
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
