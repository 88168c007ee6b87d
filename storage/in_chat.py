"""What stands in a chat: a message, and what it says since it was edited."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.language import Language
from storage.base import table_of
from storage.outbox import SAYS, OutboxRow, OutboxState, Ring


class Standing(NamedTuple):
    """A message as it stands, in its chat or on its way there: all that it takes to edit it."""

    id: int
    state: OutboxState
    chat_id: int
    person_id: int | None
    language: Language | None
    lane: int
    ring: Ring
    about: str | None
    content: dict[str, Any]
    """That of its newest edit, if it has any."""


class AsShown(NamedTuple):
    """A message, and what it says now: its newest edit, or itself."""

    original: OutboxRow
    newest: OutboxRow


# Made once: to build a question costs more than to ask it.
_edit = table_of(OutboxRow).alias().c
_NEWEST_EDIT = select(func.max(_edit.id)).where(_edit.original_id == bindparam("row_id")).scalar_subquery()
_ORIGINAL_AND_NEWEST = (
    select(OutboxRow)
    .where(OutboxRow.id.in_([bindparam("row_id"), _NEWEST_EDIT]))
    .order_by(OutboxRow.id)
    .execution_options(populate_existing=True)
)
_LATEST_TO = (
    select(OutboxRow)
    .where(
        OutboxRow.chat_id == bindparam("chat_id"),
        OutboxRow.telegram_message_id.is_not(None),
        OutboxRow.original_id.is_(None),
        OutboxRow.method.in_(SAYS),
        OutboxRow.state == OutboxState.SENT,
    )
    .order_by(OutboxRow.telegram_message_id.desc())
    .limit(bindparam("at_most"))
)
_NEWEST_EDITS = select(OutboxRow).where(
    OutboxRow.id.in_(
        select(func.max(_edit.id))
        .where(_edit.original_id.in_(bindparam("row_ids", expanding=True)))
        .group_by(_edit.original_id)
    )
)
_SHOWN_AS = (
    select(OutboxRow)
    .where(
        OutboxRow.chat_id == bindparam("chat_id"),
        OutboxRow.telegram_message_id == bindparam("telegram_message_id"),
        OutboxRow.original_id.is_(None),
    )
    .order_by(OutboxRow.id.desc())
    .limit(1)
)
_original, _newest = table_of(OutboxRow).alias(), table_of(OutboxRow).alias()
_ITS_NEWEST_EDIT = select(func.max(_edit.id)).where(_edit.original_id == _original.c.id).scalar_subquery()
_STANDING = (
    select(*(_original.c[name] for name in Standing._fields), _newest.c.content.label("edited"))
    .outerjoin_from(_original, _newest, _newest.c.id == _ITS_NEWEST_EDIT)
    .where(_original.c.id.in_(bindparam("row_ids", expanding=True)))
)


async def shown_as(session: AsyncSession, chat_id: int, telegram_message_id: int) -> OutboxRow | None:
    """The original row behind a message that the person sees."""
    message = {"chat_id": chat_id, "telegram_message_id": telegram_message_id}
    return await session.scalar(_SHOWN_AS, message)


async def standing(session: AsyncSession, original_id: int) -> Standing | None:
    """A message as it stands now; None where there is none."""
    return (await all_standing(session, [original_id])).get(original_id)


async def all_standing(session: AsyncSession, original_ids: Collection[int]) -> dict[int, Standing]:
    """These messages as they stand now, by their ids."""
    found = await session.execute(_STANDING, {"row_ids": list(original_ids)})
    stand = [(Standing(*told), edited) for *told, edited in found]
    return {each.id: each if edited is None else each._replace(content=edited) for each, edited in stand}


async def latest_to(session: AsyncSession, chat_id: int, *, at_most: int) -> Sequence[AsShown]:
    """The latest messages that stand in a chat, the lowest first; Telegram numbers them as they stand."""
    originals = (await session.scalars(_LATEST_TO, {"chat_id": chat_id, "at_most": at_most})).all()
    edits = await session.scalars(_NEWEST_EDITS, {"row_ids": [row.id for row in originals]})
    newest_of = {row.original_id: row for row in edits}
    return [AsShown(row, newest_of.get(row.id, row)) for row in originals]


async def newest(session: AsyncSession, row: OutboxRow) -> OutboxRow:
    """What a message says now: its newest edit, or itself."""
    original_and_newest = (await session.scalars(_ORIGINAL_AND_NEWEST, {"row_id": row.id})).all()
    return original_and_newest[-1]
