"""The next meeting under a contract, of whatever kind."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.meeting import MeetingStatus
from storage.meetings.meeting import Meeting


async def under(session: AsyncSession, contract_id: int, *, now: datetime) -> Meeting | None:
    """The planned meeting that comes first; None where none is planned ahead."""
    return await session.scalar(
        select(Meeting)
        .where(Meeting.contract_id == contract_id, Meeting.status == MeetingStatus.PLANNED, Meeting.starts_at > now)
        .order_by(Meeting.starts_at, Meeting.id)
        .limit(1)
        .execution_options(populate_existing=True),
    )
