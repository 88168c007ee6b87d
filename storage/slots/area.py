"""The city's list of areas, and which of them what suppliers have written means."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.folded import folded
from domain.reference import Noun, Reference
from storage.base import Base, Id
from storage.dialects import insert_into
from storage.people.person import Person

LONGEST_AREA = 60


class Area(Base):
    """One area of the list that coordinators keep."""

    __tablename__ = "area"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_AREA), unique=True, index=True)
    added_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None in a city that is made up for the demo."""
    added_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    """It is offered no longer; what was mapped to it stays."""

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.AREA, self.id)


class AreaName(Base):
    """What suppliers write, folded, and the area that it means."""

    __tablename__ = "area_name"

    written: Mapped[str] = mapped_column(String(LONGEST_AREA), primary_key=True)
    """As `as_compared` makes it."""
    area_id: Mapped[int] = mapped_column(ForeignKey(Area.id), index=True)
    mapped_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    mapped_at: Mapped[datetime]


def as_compared(name: str) -> str:
    """A name so that it is the same however it is typed."""
    return " ".join(folded(name).split())[:LONGEST_AREA]


async def active(session: AsyncSession) -> Sequence[Area]:
    """The areas that can be chosen, by their names."""
    found = await session.scalars(select(Area).where(Area.removed_at.is_(None)))
    return sorted(found, key=lambda area: as_compared(area.name))


async def find(session: AsyncSession, area_id: int) -> Area | None:
    """The area with that id, as it is now, if it can be chosen."""
    area = await session.get(Area, area_id, populate_existing=True)
    return area if area is not None and area.removed_at is None else None


# Made once: each offer asks it.
_MEANT_BY = (
    select(AreaName.area_id)
    .join(Area, Area.id == AreaName.area_id)
    .where(AreaName.written == bindparam("written"), Area.removed_at.is_(None))
)


async def meant_by(session: AsyncSession, written: str) -> int | None:
    """Which of the areas that can be chosen somebody means who writes that; None where nobody has said."""
    return await session.scalar(_MEANT_BY, {"written": as_compared(written)})


async def names_known(session: AsyncSession) -> set[str]:
    """All that is known to mean one of the areas that can be chosen, as names are compared."""
    known = select(AreaName.written).join(Area, Area.id == AreaName.area_id).where(Area.removed_at.is_(None))
    return set(await session.scalars(known))


async def add(session: AsyncSession, name: str, *, by: int | None, at: datetime) -> Area:
    """Put an area on the list, or back on it."""
    added = await session.execute(
        insert_into(session, Area)
        .values(name=name, added_by=by, added_at=at)
        .on_conflict_do_update(index_elements=[Area.name], set_={"removed_at": None})
        .returning(Area.id)
    )
    area = await session.get_one(Area, added.scalar_one(), populate_existing=True)
    await let_mean(session, name, area.id, by=by, at=at)
    return area


async def let_mean(session: AsyncSession, written: str, area_id: int, *, by: int | None, at: datetime) -> None:
    """From now on who writes that means that area."""
    said = {"area_id": area_id, "mapped_by": by, "mapped_at": at}
    await session.execute(
        insert_into(session, AreaName)
        .values(written=as_compared(written), **said)
        .on_conflict_do_update(index_elements=[AreaName.written], set_=said)
    )


async def remove(session: AsyncSession, area_id: int, *, at: datetime) -> bool:
    """Take it off the list; False where it is not on it. What is mapped to it stays."""
    gone = update(Area).where(Area.id == area_id, Area.removed_at.is_(None)).values(removed_at=at)
    return (await session.execute(gone.returning(Area.id))).first() is not None


async def named(session: AsyncSession, area_id: int | None) -> str:
    """The name of an area, also of one that is off the list; empty where none is meant."""
    found = await session.get(Area, area_id) if area_id is not None else None
    return found.name if found is not None else ""
