"""The monthly letter: who is to get it and has not yet."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, bindparam, cast, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.role import Role
from storage.outbox import OutboxRow
from storage.people.person import Person

_GET_IT = (
    Person.role == Role.READER,
    Person.ended_at.is_(None),
    Person.unreachable_at.is_(None),
    Person.monthly_off_at.is_(None),
)

# Made once: each tick asks it.
_NOT_TOLD = (
    select(Person)
    .where(
        *_GET_IT,
        Person.joined_at <= bindparam("since"),
        ~exists().where(OutboxRow.dedup_key == bindparam("key_begins", type_=String) + cast(Person.id, String)),
    )
    .order_by(Person.id)
    .limit(bindparam("at_most"))
)


async def not_told(session: AsyncSession, key_begins: str, *, since: datetime, at_most: int) -> Sequence[Person]:
    """Readers in reach who want it, had come in by then, and to whom nothing went by a key that begins so."""
    asked = {"key_begins": key_begins, "since": since, "at_most": at_most}
    return (await session.scalars(_NOT_TOLD, asked)).all()


async def everyone(session: AsyncSession) -> Sequence[Person]:
    """All who get it."""
    return (await session.scalars(select(Person).where(*_GET_IT).order_by(Person.id))).all()
