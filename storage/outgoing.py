"""What may go now: the deliverer asks the outbox, and takes it up."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Float, Integer, and_, bindparam, exists, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.language import Language
from storage.base import Columns, among, table_of
from storage.dialects import database_seconds
from storage.lease import ProcessRole, is_held
from storage.outbox import (
    TIDYING,
    UNDER_WAY,
    Lane,
    Method,
    OutboxRow,
    OutboxState,
    Ring,
    is_in_flight,
    is_queued,
)
from storage.people.person import Person


class Outgoing(NamedTuple):
    """What a row of the outbox tells of what is to be sent."""

    id: int
    chat_id: int
    person_id: int | None
    language: Language | None
    method: Method
    content: dict[str, Any]
    secret: str | None
    lane: int
    ring: Ring
    about: str | None
    original_id: int | None
    possible_copies: int
    attempts: int
    """How often it was tried before."""


class Original(NamedTuple):
    """What has become of a message that is to be edited."""

    method: Method
    state: OutboxState
    telegram_message_id: int | None


class NextUp(NamedTuple):
    """A row that may go, the language of the person it goes to, and the message that it edits."""

    row: Outgoing
    language: Language | None
    original: Original | None


# Made once: to build a question costs more than to ask it, and the deliverer asks these many times a second. Of the
# table itself, since SQLAlchemy's mapping of objects would double their cost.
_outbox, _person = table_of(OutboxRow), table_of(Person)
_rows = _outbox.c
_earlier, _sending, _original, _edit = (_outbox.alias() for _ in range(4))
_edited = _outbox.alias("edited")
_NOW = bindparam("now", type_=_rows.due_at.type)
_TURN = bindparam("turn", type_=Integer)
_IS_DELIVERER = is_held(ProcessRole.DELIVERER, _TURN)


def _original_is_through(row: Columns) -> ColumnElement[bool]:
    """Neither the message that the row edits nor an earlier edit of it is still on its way."""
    # Each question by itself, and neither where there is nothing to ask: PostgreSQL can use an index for each, but not
    # for both in one, and would read the whole outbox for every pair of rows in a chat.
    return or_(
        row.original_id.is_(None),
        and_(
            ~exists().where(_original.c.id == row.original_id, among(_original.c.state, *UNDER_WAY)),
            ~exists().where(
                _edit.c.original_id == row.original_id, _edit.c.id < row.id, among(_edit.c.state, *UNDER_WAY)
            ),
        ),
    )


# To take buttons away from an earlier message says nothing: it keeps nobody waiting, and waits for nobody.
_TIDIES = _rows.method == TIDYING
_GOES_BEFORE = and_(
    _earlier.c.chat_id == _rows.chat_id,
    is_queued(_earlier.c),
    _earlier.c.due_at <= _NOW,
    _earlier.c.method != TIDYING,
    or_(_earlier.c.lane < _rows.lane, and_(_earlier.c.lane == _rows.lane, _earlier.c.id < _rows.id)),
)
_CHAT_IS_FREE = ~exists().where(
    is_in_flight(_sending.c),
    among(_sending.c.state, OutboxState.SENDING),
    _sending.c.chat_id == _rows.chat_id,
    _sending.c.method != TIDYING,
)
_IS_IN_TIME = and_(is_queued(_rows), _rows.due_at <= _NOW, or_(_rows.expires_at.is_(None), _rows.expires_at > _NOW))
_TOLD = [_rows[name] for name in Outgoing._fields]
_NEXT = (
    select(*_TOLD, _person.c.language, _edited.c.method, _edited.c.state, _edited.c.telegram_message_id)
    .outerjoin_from(_outbox, _person, _person.c.id == _rows.person_id)
    .outerjoin(_edited, _edited.c.id == _rows.original_id)
    .where(
        _IS_IN_TIME,
        _rows.chat_id.not_in(bindparam("no_answers_to", expanding=True)),
        or_(_rows.lane == Lane.ANSWER, _rows.chat_id.not_in(bindparam("nothing_else_to", expanding=True))),
        or_(
            _TIDIES,
            and_(~exists().where(_GOES_BEFORE, _original_is_through(_earlier.c)), _CHAT_IS_FREE),
        ),
        _original_is_through(_rows),
    )
    .order_by(_rows.lane, _rows.id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True, of=_outbox)
)
_TAKEN_UP = {
    "state": OutboxState.SENDING,
    "fencing_token": _TURN,
    "lease_until": database_seconds() + bindparam("lease_for", type_=Float),
    "attempts": _rows.attempts + 1,
}
_ROWS_ASKED_FOR = _rows.id.in_(bindparam("row_ids", expanding=True))
_TAKE_UP = update(_outbox).where(_ROWS_ASKED_FOR, _IS_DELIVERER).values(_TAKEN_UP).returning(_rows.id)
# Written out: SQLAlchemy leaves the tables' names out of what a statement gives back on SQLite, also within a question.
_ITS_READER, _ITS_ORIGINAL = text("person.id = outbox.person_id"), text("edited.id = outbox.original_id")
_TAKE_UP_NEW = (
    update(_outbox)
    .where(
        _ROWS_ASKED_FOR,
        _IS_IN_TIME,
        # Behind anything else it waits, also where that has to wait for its own original: the next look will tell.
        or_(_TIDIES, and_(~exists().where(_GOES_BEFORE), _CHAT_IS_FREE)),
        _original_is_through(_rows),
        _IS_DELIVERER,
    )
    .values(_TAKEN_UP)
    .returning(
        *_TOLD[:-1],
        _rows.attempts - 1,
        select(_person.c.language).where(_ITS_READER).scalar_subquery(),
        select(_edited.c.method).where(_ITS_ORIGINAL).scalar_subquery(),
        select(_edited.c.state).where(_ITS_ORIGINAL).scalar_subquery(),
        select(_edited.c.telegram_message_id).where(_ITS_ORIGINAL).scalar_subquery(),
    )
)


@frozen
class Allowed:
    """What pacing allows at this instant.

    Attributes:
        at_most: So many messages, all together.
        no_answers_to: Chats that not even an answer may go to.
        nothing_else_to: Chats that nothing but an answer may go to.
    """

    at_most: int
    no_answers_to: Collection[int]
    nothing_else_to: Collection[int]


async def next_up(session: AsyncSession, allowed: Allowed, *, now: datetime) -> Sequence[NextUp]:
    """What may go now: of each chat the first, answers before alerts, duties and broadcasts.

    A chat in which something is being sent, or that pacing holds back, is passed by, and so is an edit whose original
    is still on its way; nobody waits behind such an edit, or it and its original might wait for each other.
    """
    limits = {
        "now": now,
        "at_most": allowed.at_most,
        "no_answers_to": list(allowed.no_answers_to),
        "nothing_else_to": list(allowed.nothing_else_to),
    }
    await session.flush()  # statements of a table don't see to that
    return [_next_up(found) for found in await session.execute(_NEXT, limits)]


async def take_up(session: AsyncSession, row_ids: Sequence[int], *, fencing_token: int, lease_for: float) -> set[int]:
    """Take up these rows to send; says which: none, once the deliverer's lease with that fencing token is over.

    `lease_for` is in seconds on the database's clock.
    """
    if not row_ids:
        return set()
    values = {"row_ids": list(row_ids), "turn": fencing_token, "lease_for": lease_for}
    return set(await session.scalars(_TAKE_UP, values))


async def take_up_new(
    session: AsyncSession, row_ids: Sequence[int], *, now: datetime, fencing_token: int, lease_for: float
) -> Sequence[NextUp]:
    """Take up what this transaction has queued, of each chat at most one message; what else there is isn't looked at.

    Only what nothing goes before or is sent in its chat, as `next_up` has it; the rest is left for that.
    """
    if not row_ids:
        return []
    await session.flush()
    values = {"row_ids": list(row_ids), "now": now, "turn": fencing_token, "lease_for": lease_for}
    return [_next_up(found) for found in await session.execute(_TAKE_UP_NEW, values)]


def _next_up(found: Sequence[Any]) -> NextUp:
    row = Outgoing(*found[: len(_TOLD)])
    language, *original = found[len(_TOLD) :]
    return NextUp(row, language, Original(*original) if row.original_id is not None else None)
