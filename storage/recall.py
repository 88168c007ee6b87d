"""What waits in the outbox and is not true any more: said otherwise, or never."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Text, and_, bindparam, case, cast, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from domain.reference import Reference
from storage.base import among, batched, table_of
from storage.outbox import (
    Lane,
    Method,
    OutboxRow,
    OutboxState,
    is_in_flight,
    is_queued,
    just_queued,
    leave_to_next_look,
)

QUESTION = "question:"
"""How the keys of a form's questions begin: of those that wait in a chat only the newest is worth saying."""

_newer = aliased(OutboxRow)


# Made once: to build a question costs more than to ask it.
_rows = table_of(OutboxRow).c
_IS_UNKNOWN = and_(among(_rows.state, OutboxState.UNKNOWN), _rows.lane < Lane.BROADCAST)
_SHOW_INSTEAD = (
    update(table_of(OutboxRow))
    .where(_rows.id == bindparam("row_id"), or_(among(_rows.state, OutboxState.QUEUED), _IS_UNKNOWN))
    .values(
        content=bindparam("new_content", type_=_rows.content.type),
        state=OutboxState.QUEUED,
        possible_copies=_rows.possible_copies + case((_IS_UNKNOWN, 1), else_=0),
    )
    .returning(_rows.id)
)
_SAY_INSTEAD = _SHOW_INSTEAD.values(method=Method.SEND_MESSAGE, secret=None)


async def replace_if_unsent(
    session: AsyncSession, original_id: int, content: dict[str, Any], *, has_other_words: bool = True
) -> bool:
    """Say the new thing instead, where the original still waits, or where nobody knows whether it was sent.

    In the latter case it goes at once, as a fresh message that the person may see beside the old one; left to its
    lease, the old words would come back below the new. With other words it is a text, and the secret that the old
    ones told is gone. Says whether it was replaced.
    """
    values = {"row_id": original_id, "new_content": content}
    replaced = await session.execute(_SAY_INSTEAD if has_other_words else _SHOW_INSTEAD, values)
    is_replaced = replaced.first() is not None
    if is_replaced and original_id not in just_queued(session).rows:
        leave_to_next_look(session)
    return is_replaced


async def cancel(session: AsyncSession, row_id: int) -> bool:
    """Never send what is no longer true; False where it is on its way, or through."""
    cancelled = await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row_id, is_queued())
        .values(state=OutboxState.CANCELLED, secret=None)
        .returning(OutboxRow.id),
    )
    return cancelled.first() is not None


async def cancel_waiting(session: AsyncSession, person_id: int, *, now: datetime) -> int:
    """Never send what still waits for a person, whose access has ended; says how many rows.

    What may have been sent already is not tried again either, and what is being sent at this moment is too late for
    another try.
    """
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.person_id == person_id, is_in_flight(), among(OutboxRow.state, OutboxState.SENDING))
        .values(expires_at=now),
    )
    waits_again = and_(is_in_flight(), among(OutboxRow.state, OutboxState.UNKNOWN), OutboxRow.lease_until.is_not(None))
    cancelled = 0
    # One after the other, each by an index of just such rows: in one, all that was ever said would be read.
    for waits in (is_queued(), waits_again):
        rows = await session.execute(
            update(OutboxRow)
            .where(OutboxRow.person_id == person_id, waits)
            .values(state=OutboxState.CANCELLED, secret=None, lease_until=None)
            .returning(OutboxRow.id),
        )
        cancelled += len(rows.all())
    return cancelled


async def cancel_waiting_about(
    session: AsyncSession, about: Reference, *, key_begins: str, now: datetime
) -> Sequence[OutboxRow]:
    """Never send what still waits about something, of the sort that its key begins with; the rows that it was.

    What may have been sent already is not tried again either, as in `cancel_waiting`, but is not among those rows.
    """
    row = OutboxRow
    is_meant = and_(row.about == str(about), row.dedup_key.startswith(key_begins, autoescape=True))
    await session.execute(update(row).where(is_meant, among(row.state, OutboxState.SENDING)).values(expires_at=now))
    await session.execute(
        update(row)
        .where(is_meant, among(row.state, OutboxState.UNKNOWN), row.lease_until.is_not(None))
        .values(state=OutboxState.CANCELLED, secret=None, lease_until=None),
    )
    cancelled = await session.scalars(
        update(row).where(is_meant, is_queued(row)).values(state=OutboxState.CANCELLED, secret=None).returning(row),
    )
    return cancelled.all()


async def cancel_queued_to(session: AsyncSession, person_id: int, *, key_begins: str) -> None:
    """Never send what is queued for a person, of the sort that its key begins with."""
    is_meant = and_(OutboxRow.person_id == person_id, OutboxRow.dedup_key.startswith(key_begins, autoescape=True))
    await session.execute(
        update(OutboxRow)
        .where(is_meant, is_queued())
        .values(state=OutboxState.CANCELLED, secret=None)
        .execution_options(synchronize_session=False),
    )


async def cancel_overtaken(session: AsyncSession, chats: Collection[int], *, repeated: Collection[str]) -> None:
    """Never send answers that wait in these chats and that a newer one, waiting too, makes pointless.

    Those are a form's question before its next; words by a template of `repeated`, where the same are said again; and
    an edit before another of the same message. Nothing else is passed over, however long it waits.
    """
    row = OutboxRow
    is_same_said_again = and_(
        row.content["template"].as_string().in_(repeated), cast(row.content, Text) == cast(_newer.content, Text)
    )
    is_overtaken = or_(
        and_(row.dedup_key.startswith(QUESTION), _newer.dedup_key.startswith(QUESTION)),
        and_(row.method == Method.SEND_MESSAGE, _newer.method == row.method, is_same_said_again),
        and_(
            row.method == Method.EDIT_MESSAGE_TEXT,
            _newer.method == row.method,
            _newer.original_id == row.original_id,
        ),
    )
    newer = exists().where(
        _newer.chat_id == row.chat_id,
        is_queued(_newer),
        _newer.lane == Lane.ANSWER,
        _newer.id > row.id,
        is_overtaken,
    )
    waits = and_(is_queued(row), row.lane == Lane.ANSWER, row.chat_id.in_(chats))
    # What somebody else is changing at this moment is passed by: nobody waits here for another's transaction.
    overtaken = (await session.scalars(select(row.id).where(waits, newer).with_for_update(skip_locked=True))).all()
    for ids in batched(overtaken):
        await session.execute(
            update(row)
            .where(row.id.in_(ids), is_queued(row))
            .values(state=OutboxState.CANCELLED, secret=None)
            .execution_options(synchronize_session=False),
        )
