"""The city's list of areas, and which of them what suppliers have written means."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from storage.base import Base, Id
from storage.people.person import Person

LONGEST_AREA = 60


class Area(Base):
    """One area of the list that coordinators keep."""

    __tablename__ = "area"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_AREA))
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
    """As `domain.folded` folds it."""
    area_id: Mapped[int] = mapped_column(ForeignKey(Area.id), index=True)
    mapped_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    mapped_at: Mapped[datetime]


async def active(session: AsyncSession) -> Sequence[Area]:
    """The areas of the list, by name."""
    listed = select(Area).where(Area.removed_at.is_(None)).order_by(Area.name, Area.id)
    return (await session.scalars(listed)).all()


async def named(session: AsyncSession, area_id: int | None) -> str:
    """The name of an area, also of one that is offered no longer; empty where there is none."""
    found = await session.get(Area, area_id) if area_id is not None else None
    return found.name if found is not None else ""
