"""Agendas: which meetings are to get theirs, and what was with the same supplier before."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta, tzinfo

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.meeting import MeetingStatus
from storage.meetings.meeting import Meeting

# Made once: each tick asks it.
_TO_PREPARE = (
    select(Meeting)
    .where(Meeting.agenda_at.is_not(None), Meeting.agenda_at <= bindparam("now", type_=Meeting.agenda_at.type))
    .order_by(Meeting.agenda_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def to_prepare(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Meeting]:
    """Meetings whose agenda is due, longest waiting first."""
    return (await session.scalars(_TO_PREPARE, {"now": now, "at_most": at_most})).all()


async def stop(session: AsyncSession, meeting_id: int) -> None:
    """No agenda is to come of it."""
    await session.execute(update(Meeting).where(Meeting.id == meeting_id).values(agenda_at=None))


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[Meeting]:
    """Meetings whose organiser gets an agenda after that instant, soonest first."""
    return (
        await session.scalars(
            select(Meeting).where(Meeting.agenda_at > after).order_by(Meeting.agenda_at, Meeting.id).limit(at_most),
        )
    ).all()


async def with_supplier(session: AsyncSession, supplier_id: int, *, since: datetime) -> Sequence[Meeting]:
    """The supplier's meetings from then on that are booked or were held, the first to begin first."""
    return (
        await session.scalars(
            select(Meeting)
            .where(
                Meeting.supplier_id == supplier_id,
                Meeting.starts_at >= since,
                Meeting.status.in_((MeetingStatus.PLANNED, MeetingStatus.HELD)),
            )
            .order_by(Meeting.starts_at, Meeting.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def latest_held(session: AsyncSession, supplier_id: int, *, before: datetime) -> Meeting | None:
    """The last meeting with the supplier that was held and began before then."""
    return await session.scalar(
        select(Meeting)
        .where(Meeting.supplier_id == supplier_id, Meeting.starts_at < before, Meeting.status == MeetingStatus.HELD)
        .order_by(Meeting.starts_at.desc(), Meeting.id.desc())
        .limit(1)
        .execution_options(populate_existing=True),
    )


async def on_the_day_of(session: AsyncSession, meeting: Meeting, *, zone: tzinfo) -> Sequence[Meeting]:
    """The meetings of that organiser with that supplier on that day, this one among them, the first to begin first."""
    begins = datetime.combine(meeting.starts_at.astimezone(zone).date(), time.min, tzinfo=zone)
    theirs = await with_supplier(session, meeting.supplier_id, since=begins)
    ends = begins + timedelta(days=1)
    return [each for each in theirs if each.starts_at < ends and each.organised_by == meeting.organised_by]
