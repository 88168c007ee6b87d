"""Who will hear something in the weeks ahead, looked up for many at once."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.meetings.meeting import Attendee
from storage.obligations.nudge_time import NudgeTime
from storage.people.person import Person


async def attendees(session: AsyncSession, meeting_ids: Collection[int]) -> dict[int, list[tuple[Attendee, Person]]]:
    """Who is asked to each of these meetings, by the meetings' ids."""
    rows = await session.execute(
        select(Attendee, Person)
        .join(Person, Person.id == Attendee.person_id)
        .where(Attendee.meeting_id.in_(meeting_ids))
        .order_by(Attendee.meeting_id, Person.id),
    )
    found: dict[int, list[tuple[Attendee, Person]]] = {}
    for attendee, person in rows:
        found.setdefault(attendee.meeting_id, []).append((attendee, person))
    return found


async def last_nudged(session: AsyncSession) -> dict[int, datetime]:
    """When each was last nudged who ever was, by the person's id."""
    rows = await session.execute(select(NudgeTime.person_id, NudgeTime.sent_at).where(NudgeTime.sent_at.is_not(None)))
    return {person_id: at for person_id, at in rows if at is not None}


async def named(session: AsyncSession, person_ids: Collection[int]) -> dict[int, Person]:
    """Those people, by id."""
    found = await session.scalars(select(Person).where(Person.id.in_(person_ids)))
    return {each.id: each for each in found}
