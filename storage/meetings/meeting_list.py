"""Lists of meetings, each scoped by who looks: what isn't theirs to see is never among them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, false, func, not_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access import Action, Actor, may
from domain.meeting import MeetingStatus
from storage.meetings.meeting import Attendee, Meeting


async def count(session: AsyncSession, actor: Actor, *, are_past: bool, since: datetime) -> int:
    """How many meetings the actor's list has."""
    listed = select(func.count()).select_from(Meeting).where(*_listed_for(actor, are_past=are_past, since=since))
    return await session.scalar(listed) or 0


async def part(  # noqa: PLR0913  whose list, which one, and which part of it
    session: AsyncSession, actor: Actor, *, are_past: bool, since: datetime, skip: int, at_most: int
) -> Sequence[Meeting]:
    """A part of the actor's list: what comes next first, or what has just been."""
    order = (Meeting.starts_at.desc(), Meeting.id.desc()) if are_past else (Meeting.starts_at, Meeting.id)
    listed = select(Meeting).where(*_listed_for(actor, are_past=are_past, since=since)).order_by(*order)
    return (await session.scalars(listed.offset(skip).limit(at_most).execution_options(populate_existing=True))).all()


def _listed_for(actor: Actor, *, are_past: bool, since: datetime) -> list[ColumnElement[bool]]:
    is_ahead = and_(Meeting.status == MeetingStatus.PLANNED, Meeting.starts_at >= since)
    return [_seen_by(actor), not_(is_ahead) if are_past else is_ahead]


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    """All for those who lead; for a supplier its own, and for everyone what they are asked to."""
    if not actor.is_active:
        return false()
    if may(actor, Action.SCHEDULE_MEETING):
        return true()
    asked = select(Attendee.meeting_id).where(Attendee.person_id == actor.person_id)
    if actor.supplier_id is None:
        return Meeting.id.in_(asked)
    # Two questions in one, each by its index: with an "or" between them the database reads every meeting there is.
    return Meeting.id.in_(asked.union(select(Meeting.id).where(Meeting.supplier_id == actor.supplier_id)))
