"""How many dialogue meetings a year had: planned, held, and called off."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.meeting import MeetingStatus
from storage.meetings.meeting import Meeting
from storage.overview.scope import Within


async def by_status(session: AsyncSession, within: Within, *, now: datetime) -> dict[MeetingStatus, int]:
    """Those whose time was within that, and is over, by how they stand."""
    rows = await session.execute(
        select(Meeting.status, func.count())
        .where(*within.holds(Meeting.starts_at), Meeting.starts_at < now)
        .group_by(Meeting.status)
    )
    return {status: int(number) for status, number in rows}
