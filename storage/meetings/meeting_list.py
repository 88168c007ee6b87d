"""Lists of meetings, each scoped by who looks: what isn't theirs to see is never among them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, exists, false, not_, or_, select, union
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from domain.meeting import MeetingStatus
from storage import looking_back
from storage.looking_back import MOST_COUNTED
from storage.meetings.meeting import Attendee, Meeting


async def count(session: AsyncSession, actor: Actor, *, are_past: bool, since: datetime, skip: int) -> int:
    """How many meetings the actor's list has; no more than are counted from there on."""
    return await looking_back.count(session, _listed(actor, are_past=are_past, since=since, skip=skip), skip=skip)


async def part(  # noqa: PLR0913  whose list, which one, and which part of it
    session: AsyncSession, actor: Actor, *, are_past: bool, since: datetime, skip: int, at_most: int
) -> Sequence[Meeting]:
    """A part of the actor's list: what comes next first, or what has just been."""
    order = (Meeting.starts_at.desc(), Meeting.id.desc()) if are_past else (Meeting.starts_at, Meeting.id)
    listed = _listed(actor, are_past=are_past, since=since, skip=skip).order_by(*order).offset(skip).limit(at_most)
    return (await session.scalars(listed.execution_options(populate_existing=True))).all()


def _listed(actor: Actor, *, are_past: bool, since: datetime, skip: int) -> Select[Meeting]:
    is_ahead = and_(Meeting.status == MeetingStatus.PLANNED, Meeting.starts_at >= since)
    if not actor.is_active:
        return select(Meeting).where(false())
    if may(actor, Action.SCHEDULE_MEETING):
        return select(Meeting).where(not_(is_ahead) if are_past else is_ahead)
    if are_past:
        return select(Meeting).where(not_(is_ahead), _is_among_latest(actor, skip + MOST_COUNTED))
    return select(Meeting).where(is_ahead, _concerns(actor))


def _concerns(actor: Actor) -> ColumnElement[bool]:
    """They are asked to it, or it is with their company. Looked for among what is ahead, which is never many."""
    is_asked = exists().where(Attendee.meeting_id == Meeting.id, Attendee.person_id == actor.person_id)
    return is_asked if actor.supplier_id is None else or_(Meeting.supplier_id == actor.supplier_id, is_asked)


def _is_among_latest(actor: Actor, many: int) -> ColumnElement[bool]:
    """Among so many of the latest that they were asked to, or as many of the latest with their company.

    Two questions in one, each by its index: with an "or" between them the database reads every meeting there is.
    """
    attended = select(Attendee.meeting_id.label("id")).where(Attendee.person_id == actor.person_id)
    asked = attended.order_by(Attendee.meeting_id.desc()).limit(many).subquery()
    if actor.supplier_id is None:
        return Meeting.id.in_(select(asked.c.id))
    with_company = select(Meeting.id).where(Meeting.supplier_id == actor.supplier_id)
    theirs = with_company.order_by(Meeting.starts_at.desc()).limit(many).subquery()
    return Meeting.id.in_(union(select(asked.c.id), select(theirs.c.id)))
