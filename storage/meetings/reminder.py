"""Reminders of meetings: which of them are due, which one is reached, and which are to come."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.meeting import MeetingStatus
from domain.meeting_reminder import MeetingReminder
from storage.meetings.meeting import Meeting

_TO_REMIND = (
    select(Meeting)
    .where(Meeting.remind_at.is_not(None), Meeting.remind_at < bindparam("before"))
    .order_by(Meeting.remind_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def to_remind(session: AsyncSession, *, before: datetime, at_most: int) -> Sequence[Meeting]:
    """Meetings whose next reminder comes before that instant, longest waiting first."""
    return (await session.scalars(_TO_REMIND, {"before": before, "at_most": at_most})).all()


async def note(
    session: AsyncSession, meeting: Meeting, reminder: MeetingReminder, *, remind_at: datetime | None
) -> bool:
    """Note which reminder is reached, of the meeting as it is known here; False where it has changed since."""
    noted = await session.execute(
        update(Meeting)
        .where(
            Meeting.id == meeting.id,
            Meeting.sequence == meeting.sequence,
            Meeting.reminded <= reminder.value,
            Meeting.status == MeetingStatus.PLANNED,
        )
        .values(reminded=reminder.value, remind_at=remind_at)
        .returning(Meeting.id),
    )
    return noted.first() is not None


async def stop(session: AsyncSession, meeting_id: int) -> None:
    """No reminder is left, such as of a meeting that has begun."""
    await session.execute(update(Meeting).where(Meeting.id == meeting_id).values(remind_at=None))


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[Meeting]:
    """Meetings that are reminded of after that instant, soonest first."""
    return (
        await session.scalars(
            select(Meeting).where(Meeting.remind_at > after).order_by(Meeting.remind_at, Meeting.id).limit(at_most),
        )
    ).all()
