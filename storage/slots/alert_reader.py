"""Alert readers: the matchers who are here, and whether they have heard of what waited before."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.dialects import insert_into
from storage.people.person import Person


class AlertReader(Base):
    """A matcher who is here. Who is away, or gone, has no row: so it shows when somebody comes."""

    __tablename__ = "alert_reader"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    catches_up_at: Mapped[datetime | None]
    """When they are to hear of the open slots that they don't know of; None where they know all that they want."""


async def ids(session: AsyncSession) -> set[int]:
    """Everyone who was here when that was looked at last."""
    return set(await session.scalars(select(AlertReader.person_id)))


async def let_catch_up(session: AsyncSession, person_ids: Collection[int], *, at: datetime) -> None:
    """They are here, and hear at that time of what they don't know of."""
    await session.execute(
        insert_into(session, AlertReader)
        .values([{"person_id": person_id, "catches_up_at": at} for person_id in person_ids])
        .on_conflict_do_update(index_elements=[AlertReader.person_id], set_={"catches_up_at": at}),
    )


async def forget(session: AsyncSession, person_ids: Collection[int]) -> None:
    """They are not here any more."""
    await session.execute(delete(AlertReader).where(AlertReader.person_id.in_(person_ids)))


# Made once: each tick asks it.
_DUE = (
    select(AlertReader)
    .where(AlertReader.catches_up_at <= bindparam("now"))
    .order_by(AlertReader.catches_up_at, AlertReader.person_id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[AlertReader]:
    """Those who are to hear now of what they don't know of."""
    return (await session.scalars(_DUE, {"now": now, "at_most": at_most})).all()
