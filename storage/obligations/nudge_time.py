"""When each person is nudged next about what is to be done, and when they were last."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, partial_index
from storage.dialects import insert_into
from storage.people.person import Person


class NudgeTime(Base):
    """When one person is nudged. What the nudge says is looked up only when it is sent."""

    __tablename__ = "nudge"
    __table_args__ = (partial_index("ix_nudge_due_at", "due_at", where="due_at IS NOT NULL"),)

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    due_at: Mapped[datetime | None]
    """The next time; None where there is nothing to tell."""
    sent_at: Mapped[datetime | None]
    """The last time."""


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[tuple[datetime, Person]]:
    """Who is nudged after that instant, and when, soonest first."""
    rows = await session.execute(
        select(NudgeTime.due_at, Person)
        .join(Person, Person.id == NudgeTime.person_id)
        .where(NudgeTime.due_at > after)
        .order_by(NudgeTime.due_at, NudgeTime.person_id)
        .limit(at_most),
    )
    return [(at, person) for at, person in rows if at is not None]


async def of_people(session: AsyncSession, person_ids: Collection[int]) -> dict[int, NudgeTime]:
    """When each of these people is nudged, by their id, locked until the transaction ends; made where there is none."""
    ids = sorted(set(person_ids))
    if not ids:
        return {}
    await session.execute(
        insert_into(session, NudgeTime)
        .values([{"person_id": each, "due_at": None, "sent_at": None} for each in ids])
        .on_conflict_do_nothing(index_elements=[NudgeTime.person_id]),
    )
    found = await session.scalars(
        select(NudgeTime)
        .where(NudgeTime.person_id.in_(ids))
        .order_by(NudgeTime.person_id)
        .with_for_update()
        .execution_options(populate_existing=True),
    )
    return {each.person_id: each for each in found}


# Made once: each tick asks it.
_DUE = (
    select(NudgeTime)
    .where(NudgeTime.due_at.is_not(None), NudgeTime.due_at <= bindparam("now"))
    .order_by(NudgeTime.due_at, NudgeTime.person_id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[NudgeTime]:
    """Those whose time has come, longest waiting first."""
    return (await session.scalars(_DUE, {"now": now, "at_most": at_most})).all()
