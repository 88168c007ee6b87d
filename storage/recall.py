"""What waits in the outbox and is not true any more: said otherwise, or never."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.reference import Reference
from storage.outbox import Lane, Method, OutboxRow, OutboxState, is_in_flight


async def replace_if_unsent(
    session: AsyncSession, original_id: int, content: dict[str, Any], *, has_other_words: bool = True
) -> bool:
    """Say the new thing instead, where the original still waits, or where nobody knows whether it was sent.

    In the latter case it goes at once, as a fresh message that the person may see beside the old one; left to its
    lease, the old words would come back below the new. With other words it is a text, and the secret that the old
    ones told is gone. Says whether it was replaced.
    """
    is_unknown = and_(OutboxRow.state == OutboxState.UNKNOWN, OutboxRow.lane < Lane.BROADCAST)
    told_otherwise: dict[str, Any] = {"method": Method.SEND_MESSAGE, "secret": None} if has_other_words else {}
    replaced = await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == original_id, or_(OutboxRow.state == OutboxState.QUEUED, is_unknown))
        .values(
            content=content,
            state=OutboxState.QUEUED,
            is_possibly_doubled=or_(OutboxRow.is_possibly_doubled, OutboxRow.state == OutboxState.UNKNOWN),
            **told_otherwise,
        )
        .returning(OutboxRow.id),
    )
    return replaced.first() is not None


async def cancel(session: AsyncSession, row_id: int) -> bool:
    """Never send what is no longer true; False where it is on its way, or through."""
    cancelled = await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row_id, OutboxRow.state == OutboxState.QUEUED)
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
        .where(OutboxRow.person_id == person_id, is_in_flight(), OutboxRow.state == OutboxState.SENDING)
        .values(expires_at=now),
    )
    waits_again = and_(is_in_flight(), OutboxRow.state == OutboxState.UNKNOWN, OutboxRow.lease_until.is_not(None))
    cancelled = 0
    # One after the other, each by an index of just such rows: in one, all that was ever said would be read.
    for waits in (OutboxRow.state == OutboxState.QUEUED, waits_again):
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
    await session.execute(update(row).where(is_meant, row.state == OutboxState.SENDING).values(expires_at=now))
    await session.execute(
        update(row)
        .where(is_meant, row.state == OutboxState.UNKNOWN, row.lease_until.is_not(None))
        .values(state=OutboxState.CANCELLED, secret=None, lease_until=None),
    )
    cancelled = await session.scalars(
        update(row)
        .where(is_meant, row.state == OutboxState.QUEUED)
        .values(state=OutboxState.CANCELLED, secret=None)
        .returning(row),
    )
    return cancelled.all()
