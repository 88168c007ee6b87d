"""The queue before the inbox: whose turn it is, and what became of it.

A turn is a chat's oldest update. Chats take turns, people with access before strangers; who has had a turn goes to the
back, so that a thousand updates of one chat keep nobody else waiting longer than one does.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import wakeup
from storage.base import among, table_of
from storage.inbox import InboxChat, InboxRow, InboxState, Turn
from storage.people.person import Person
from storage.wakeup import Queued

# Made once: to build a question costs more than to ask it. Of the tables themselves: these are asked with every answer,
# and SQLAlchemy's mapping of objects would double what they cost.
_chats, _rows, _persons = table_of(InboxChat), table_of(InboxRow), table_of(Person)
_all_rows = _rows.alias()
_AT = bindparam("now", type_=_rows.c.handled_at.type)
_NEXT_CHATS = (
    select(_chats.c.oldest_waiting_id)
    .outerjoin(_persons, (_persons.c.telegram_id == _chats.c.chat_id) & _persons.c.ended_at.is_(None))
    .where(_chats.c.place.is_not(None))
    .order_by(_persons.c.id.is_(None), _chats.c.place, _chats.c.oldest_waiting_id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True, of=_chats)
)
_ARE_IN = select(_persons.c.telegram_id).where(
    _persons.c.telegram_id.in_(bindparam("chat_ids", expanding=True)), _persons.c.ended_at.is_(None)
)
_TURNS = select(_rows.c.id, _rows.c.chat_id, _rows.c.payload, _rows.c.attempts)
_TURNS_IN = _TURNS.where(_rows.c.id.in_(bindparam("row_ids", expanding=True)))
_HOLD_CHAT_OF = (
    select(_chats.c.chat_id)
    .join(_rows, _rows.c.chat_id == _chats.c.chat_id)
    .where(_rows.c.id == bindparam("row_id"))
    .with_for_update(of=_chats)
)
_TURN_IF_WAITING = _TURNS.where(_rows.c.id == bindparam("row_id"), among(_rows.c.state, InboxState.WAITING))
_COUNT = (
    update(_rows)
    .where(_rows.c.id == bindparam("row_id"), among(_rows.c.state, InboxState.WAITING))
    .values(attempts=_rows.c.attempts + bindparam("more"))
    .returning(_rows.c.id, _rows.c.chat_id, _rows.c.payload, _rows.c.attempts)
)
_HANDLED = (
    update(_rows)
    .where(_rows.c.id.in_(bindparam("row_ids", expanding=True)))
    .values(state=InboxState.HANDLED, payload=None, attempts=_rows.c.attempts - bindparam("begun"), handled_at=_AT)
)
_SET_ASIDE = (
    update(_rows)
    .where(_rows.c.id == bindparam("row_id"))
    .values(state=InboxState.SET_ASIDE, reference=bindparam("said"), handled_at=_AT)
)
_OLDEST = (
    select(func.min(_rows.c.id))
    .where(_rows.c.chat_id == _chats.c.chat_id, among(_rows.c.state, InboxState.WAITING))
    .scalar_subquery()
)
_BEHIND_ALL = select(func.max(_all_rows.c.id) + 1).scalar_subquery()
_ADVANCE = (
    update(_chats)
    .where(_chats.c.chat_id.in_(bindparam("chat_ids", expanding=True)))
    .values(oldest_waiting_id=_OLDEST, place=case((_OLDEST.is_not(None), _BEHIND_ALL)))
    .returning(_chats.c.place)
)


async def next_turns(session: AsyncSession, *, at_most: int) -> Sequence[Turn]:
    """Lock up to so many chats whose turn it is, and give the oldest update of each, in that order.

    On PostgreSQL the lock on a chat makes other workers pass it by; on SQLite the write transaction itself keeps
    everyone else out, and the locking clause compiles to nothing.
    """
    row_ids = (await session.scalars(_NEXT_CHATS, {"at_most": at_most})).all()
    if not row_ids:
        return []
    # Asked once the chats are locked: until then another worker may have handled what this one saw waiting.
    found = {row.id: Turn(*row) for row in await session.execute(_TURNS_IN, {"row_ids": row_ids})}
    return [found[row_id] for row_id in row_ids if row_id is not None]


async def are_in(session: AsyncSession, chat_ids: Collection[int]) -> set[int]:
    """In which of these chats somebody with access writes: they come before strangers."""
    return set(await session.scalars(_ARE_IN, {"chat_ids": list(chat_ids)}))


async def the_turn(session: AsyncSession, row_id: int) -> Turn | None:
    """Lock the chat of one update, and give it; None where it waits no more."""
    await session.execute(_HOLD_CHAT_OF, {"row_id": row_id})
    row = (await session.execute(_TURN_IF_WAITING, {"row_id": row_id})).first()
    return None if row is None else Turn(*row)


async def end_turns(session: AsyncSession, turns: Sequence[Turn], *, now: datetime, are_counted: bool = False) -> bool:
    """The updates have had their effect: blank them, and send their chats to the back; says whether these have more.

    Where the attempts that succeeded were counted before, they are counted no more.
    """
    ended = {"row_ids": [turn.id for turn in turns], "begun": int(are_counted), "now": now}
    await session.execute(_HANDLED, ended)
    return await _advance(session, [turn.chat_id for turn in turns])


async def count_attempt(session: AsyncSession, row_id: int, *, is_new: bool = True) -> Turn | None:
    """Count one more attempt, if this is one, and give the update as it now is; None where it waits no more."""
    # The chat is locked first, as everywhere: two who lock in different orders could wait for each other.
    await session.execute(_HOLD_CHAT_OF, {"row_id": row_id})
    row = (await session.execute(_COUNT, {"row_id": row_id, "more": int(is_new)})).first()
    return None if row is None else Turn(*row)


async def set_aside(session: AsyncSession, turn: Turn, *, reference: str, now: datetime) -> None:
    """Give up on an update for now, so that the chat's others go on; its content stays for the operator."""
    await session.execute(_SET_ASIDE, {"row_id": turn.id, "said": reference, "now": now})
    await _advance(session, [turn.chat_id])


async def _advance(session: AsyncSession, chat_ids: list[int]) -> bool:
    places = (await session.scalars(_ADVANCE, {"chat_ids": chat_ids})).all()
    is_more = any(place is not None for place in places)
    if is_more:
        wakeup.note(session, Queued.UPDATE)
    return is_more
