"""The monthly letter: who is to get it and has not yet."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, String, cast, exists, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.role import Role
from storage.outbox import OutboxRow
from storage.people.person import Person


async def not_told(session: AsyncSession, key_begins: str, *, since: datetime, at_most: int) -> Sequence[Person]:
    """Readers in reach who want it, had come in by then, and to whom nothing went by a key that begins so."""
    key = literal(key_begins) + cast(Person.id, String)
    was_told = exists().where(OutboxRow.dedup_key == key)
    return (
        await session.scalars(
            select(Person).where(*_gets_it(), Person.joined_at <= since, ~was_told).order_by(Person.id).limit(at_most)
        )
    ).all()


async def everyone(session: AsyncSession) -> Sequence[Person]:
    """All who get it."""
    return (await session.scalars(select(Person).where(*_gets_it()).order_by(Person.id))).all()


def _gets_it() -> Sequence[ColumnElement[bool]]:
    is_in_reach = (Person.ended_at.is_(None), Person.unreachable_at.is_(None))
    return (Person.role == Role.READER, *is_in_reach, Person.monthly_off_at.is_(None))
