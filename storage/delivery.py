"""What the deliverer sees to in the outbox: what there is to do, what was lost, what became of what was sent."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import CursorResult, Integer, and_, bindparam, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.base import among, table_of
from storage.dialects import database_seconds
from storage.lease import ProcessRole, is_held
from storage.outbox import (
    ENDED,
    Lane,
    Method,
    OutboxRow,
    OutboxState,
    is_in_flight,
    is_queued,
)

# Made once: to build a question costs more than to ask it, and the deliverer asks these many times a second. Of the
# table itself, since SQLAlchemy's mapping of objects would double their cost.
_outbox = table_of(OutboxRow)
_rows = _outbox.c
_NOW = bindparam("now", type_=_rows.due_at.type)
_TURN = bindparam("turn", type_=Integer)
_IS_DELIVERER = is_held(ProcessRole.DELIVERER, _TURN)
_ROWS_ASKED_FOR = _rows.id.in_(bindparam("row_ids", expanding=True))
_MARK_SENT = (
    update(_outbox)
    .where(
        _rows.id == bindparam("row"),
        among(_rows.state, OutboxState.SENDING),
        _rows.fencing_token == bindparam("of_turn"),
    )
    .values(
        state=OutboxState.SENT,
        telegram_message_id=bindparam("message_id"),
        rendered=bindparam("words"),
        sent_at=_NOW,
        failure=None,
        secret=None,
    )
)
_MARKED_NOW = select(_rows.id).where(
    _ROWS_ASKED_FOR, _rows.state == OutboxState.SENT, _rows.fencing_token == _TURN, _rows.sent_at == _NOW
)
_IS_QUEUED = and_(is_queued(_rows), _rows.due_at <= _NOW)
_IS_LATE = and_(is_queued(_rows), _rows.expires_at <= _NOW)
_IS_BEING_SENT = and_(is_in_flight(_rows), among(_rows.state, OutboxState.SENDING))
_IS_STALE = and_(
    is_in_flight(_rows),
    or_(
        and_(among(_rows.state, OutboxState.SENDING), _rows.fencing_token != _TURN),
        _rows.lease_until < database_seconds(),
    ),
)
_AHEAD = select(exists().where(_IS_QUEUED), exists().where(_IS_LATE), exists().where(_IS_STALE))
_QUEUE_AGAIN = (
    update(_outbox)
    .where(_IS_STALE, _IS_DELIVERER, _rows.lane < Lane.BROADCAST)
    .values(state=OutboxState.QUEUED, possible_copies=_rows.possible_copies + 1)
    .returning(_rows.id)
)
_LET_GO = (
    update(_outbox)
    .where(_IS_STALE, _IS_DELIVERER, among(_rows.state, OutboxState.SENDING), _rows.lane == Lane.BROADCAST)
    .values(
        state=OutboxState.UNKNOWN,
        possible_copies=_rows.possible_copies + 1,
        lease_until=None,
        secret=None,
    )
)
_IS_QUEUED_FOR = select(exists().where(_IS_QUEUED, _rows.chat_id.in_(bindparam("chat_ids", expanding=True))))
_IS_DUE = select(or_(exists().where(_IS_QUEUED), exists().where(_IS_BEING_SENT)))


class Ahead(NamedTuple):
    """What there is for the deliverer to do: whether anything may go, is too late, or is to be taken back."""

    is_queued: bool
    is_late: bool
    is_stale: bool


async def ahead(session: AsyncSession, *, now: datetime, fencing_token: int) -> Ahead:
    """One look at the outbox, so that a round with nothing to do asks nothing more."""
    return Ahead(*(await session.execute(_AHEAD, {"now": now, "turn": fencing_token})).one())


async def is_queued_for(session: AsyncSession, chat_ids: Collection[int], *, now: datetime) -> bool:
    """Whether anything that should have gone by now waits for one of these chats."""
    return bool(await session.scalar(_IS_QUEUED_FOR, {"chat_ids": list(chat_ids), "now": now}))


async def is_due(session: AsyncSession, *, now: datetime) -> bool:
    """Whether anything is being sent, or should be by now."""
    return bool(await session.scalar(_IS_DUE, {"now": now}))


async def expire(session: AsyncSession, *, now: datetime) -> None:
    """Let go of what came too late to be worth saying."""
    await session.execute(
        update(OutboxRow)
        .where(is_queued(), OutboxRow.expires_at <= now)
        .values(state=OutboxState.EXPIRED, secret=None),
    )


async def take_back(session: AsyncSession, *, fencing_token: int) -> int:
    """Queue again what may or may not have been sent; says how many rows.

    That is what an earlier deliverer was sending when it stopped, and what this one got no answer to within
    the lease. Each may be seen once more, and that is counted. A broadcast is not worth that and stays as it is.
    Nothing is taken back by one whose own lease is over.
    """
    turn = {"turn": fencing_token}
    again = (await session.execute(_QUEUE_AGAIN, turn)).all()
    await session.execute(_LET_GO, turn)
    return len(again)


async def mark(session: AsyncSession, row_id: int, values: dict[str, Any], *, fencing_token: int) -> bool:
    """Note what became of a row that this deliverer is sending; False where it is no longer its to say.

    Where that is its end, its secret is wiped.
    """
    wiped = {"secret": None} if values["state"] in ENDED else {}
    marked = await session.execute(
        update(OutboxRow)
        .where(
            OutboxRow.id == row_id,
            among(OutboxRow.state, OutboxState.SENDING),
            OutboxRow.fencing_token == fencing_token,
        )
        .values(**(values | wiped))
        .returning(OutboxRow.id)
        .execution_options(synchronize_session=False),
    )
    return marked.first() is not None


class Sent(NamedTuple):
    """A row that Telegram has accepted: under which number its message stands, and what it says."""

    row_id: int
    message_id: int | None
    words: str | None


async def mark_sent(session: AsyncSession, sent: Sequence[Sent], *, fencing_token: int, now: datetime) -> set[int]:
    """Note that these were accepted, as `mark` does for one; says which were this deliverer's to say."""
    if not sent:
        return set()
    in_order = sorted(sent, key=lambda each: each.row_id)
    marks = [
        {"row": each.row_id, "of_turn": fencing_token, "message_id": each.message_id, "words": each.words, "now": now}
        for each in in_order
    ]
    marked = await session.execute(_MARK_SENT, marks)
    assert isinstance(marked, CursorResult)  # noqa: S101  it is, of a statement that changes rows
    row_ids = [each.row_id for each in in_order]
    if marked.rowcount == len(row_ids):
        return set(row_ids)
    return set(await session.scalars(_MARKED_NOW, {"row_ids": row_ids, "turn": fencing_token, "now": now}))


async def set_chat_unreachable(session: AsyncSession, chat_id: int) -> None:
    """Stop trying everything that is queued for a chat that Telegram refuses."""
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.chat_id == chat_id, is_queued())
        .values(state=OutboxState.UNREACHABLE, secret=None),
    )


async def note_said_afresh(session: AsyncSession, row_id: int, message_id: int) -> None:
    """Note under which number a message stands now, as a text, for edits to come."""
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row_id)
        .values(telegram_message_id=message_id, method=Method.SEND_MESSAGE),
    )
