"""Nudges: when each person hears next of what is to be done. One message a week at most, for all contracts together."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.dialects import insert_into
from storage.people.person import Person


class Nudge(Base):
    """One person's turn. What it says is looked up when it is sent, so it never says what is done by then."""

    __tablename__ = "nudge"
    __table_args__ = (
        Index(
            "ix_nudge_due_at",
            "due_at",
            sqlite_where="due_at IS NOT NULL",
            postgresql_where="due_at IS NOT NULL",
        ),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    due_at: Mapped[datetime | None]
    """When they hear next; None where there is nothing to tell."""
    sent_at: Mapped[datetime | None]
    """When they heard last."""


async def of_person(session: AsyncSession, person_id: int) -> Nudge:
    """The person's turn; an empty one where they never had any."""
    await session.execute(
        insert_into(session, Nudge)
        .values(person_id=person_id, due_at=None, sent_at=None)
        .on_conflict_do_nothing(index_elements=[Nudge.person_id]),
    )
    return await session.get_one(Nudge, person_id, populate_existing=True)


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[tuple[datetime, Person]]:
    """Whose turn comes after that instant, and when, soonest first."""
    rows = await session.execute(
        select(Nudge.due_at, Person)
        .join(Person, Person.id == Nudge.person_id)
        .where(Nudge.due_at > after)
        .order_by(Nudge.due_at, Nudge.person_id)
        .limit(at_most),
    )
    return [(at, person) for at, person in rows if at is not None]


async def of_people(session: AsyncSession, person_ids: Collection[int]) -> dict[int, Nudge]:
    """Each person's turn, locked until the transaction ends; an empty one for who never had any."""
    ids = sorted(set(person_ids))
    if not ids:
        return {}
    await session.execute(
        insert_into(session, Nudge)
        .values([{"person_id": each, "due_at": None, "sent_at": None} for each in ids])
        .on_conflict_do_nothing(index_elements=[Nudge.person_id]),
    )
    found = await session.scalars(
        select(Nudge)
        .where(Nudge.person_id.in_(ids))
        .order_by(Nudge.person_id)
        .with_for_update()
        .execution_options(populate_existing=True),
    )
    return {each.person_id: each for each in found}


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Nudge]:
    """Whose turn it is, longest waiting first."""
    return (
        await session.scalars(
            select(Nudge)
            .where(Nudge.due_at.is_not(None), Nudge.due_at <= now)
            .order_by(Nudge.due_at, Nudge.person_id)
            .limit(at_most)
            .with_for_update(skip_locked=True)
            .execution_options(populate_existing=True),
        )
    ).all()
