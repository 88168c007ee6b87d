"""The meetings under a contract, or under several."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.meeting import MeetingKind, MeetingStatus
from storage.meetings.meeting import Meeting


async def every_one(session: AsyncSession, contract_id: int) -> Sequence[Meeting]:
    """Every meeting under the contract, also the cancelled ones, the first to begin first."""
    return (
        await session.scalars(
            select(Meeting)
            .where(Meeting.contract_id == contract_id)
            .order_by(Meeting.starts_at, Meeting.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def planned(session: AsyncSession, contract_ids: Collection[int], *, since: datetime) -> Sequence[Meeting]:
    """The planned meetings under those contracts that begin after that instant, the first to begin first."""
    return (
        await session.scalars(
            select(Meeting)
            .where(
                Meeting.contract_id.in_(contract_ids),
                Meeting.status == MeetingStatus.PLANNED,
                Meeting.starts_at > since,
            )
            .order_by(Meeting.starts_at, Meeting.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def next_planned(
    session: AsyncSession, contract_id: int, *, now: datetime, kind: MeetingKind | None = None
) -> Meeting | None:
    """The planned meeting that comes first, of any kind or of that one; None where none is planned ahead."""
    ahead = await planned(session, [contract_id], since=now)
    return next((each for each in ahead if kind is None or each.kind is kind), None)
