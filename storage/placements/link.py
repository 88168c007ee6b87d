"""Which wish a placement is for: the one place where the two are joined, emptied when the wish is disposed of."""

from sqlalchemy import ForeignKey, Index, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.placements.placement import Placement
from storage.wishes.wish import Wish


class PlacementLink(Base):
    """One placement, and the wish that it is for."""

    __tablename__ = "placement_link"
    __table_args__ = (Index("ix_placement_link_wish_id", "wish_id"),)

    placement_id: Mapped[int] = mapped_column(ForeignKey(Placement.id), primary_key=True)
    wish_id: Mapped[int] = mapped_column(ForeignKey(Wish.id))


async def join(session: AsyncSession, placement_id: int, wish_id: int) -> None:
    """Keep that the placement is for the wish."""
    session.add(PlacementLink(placement_id=placement_id, wish_id=wish_id))
    await session.flush()


async def wish_of(session: AsyncSession, placement_id: int) -> Wish | None:
    """The wish that the placement is for; None where there is none, or where it was disposed of."""
    asked = select(Wish).join(PlacementLink, PlacementLink.wish_id == Wish.id)
    return await session.scalar(asked.where(PlacementLink.placement_id == placement_id))


async def part(session: AsyncSession, wish_id: int) -> None:
    """Forget which placements were for the wish; the placements stay."""
    await session.execute(delete(PlacementLink).where(PlacementLink.wish_id == wish_id))
