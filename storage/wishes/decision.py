"""The city's decision to keep wishes: they are off until an administrator turns them on with its number."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.registry_number import LONGEST_REGISTRY_NUMBER
from storage.base import Base, Id
from storage.people.person import Person


class WishDecision(Base):
    """One time at which wishes were turned on; those that are over stay."""

    __tablename__ = "wish_decision"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    registry_number: Mapped[str] = mapped_column(String(LONGEST_REGISTRY_NUMBER))
    turned_on_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None in a city that is made up for the demo."""
    turned_on_at: Mapped[datetime]
    turned_off_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    turned_off_at: Mapped[datetime | None]


async def in_force(session: AsyncSession) -> WishDecision | None:
    """The decision by which wishes are kept; None while they are off."""
    return await session.scalar(select(WishDecision).where(WishDecision.turned_off_at.is_(None)).limit(1))


async def turn_on(session: AsyncSession, registry_number: str, *, by: int | None, now: datetime) -> None:
    """Keep wishes from now on, by the decision with that number."""
    session.add(WishDecision(registry_number=registry_number, turned_on_by=by, turned_on_at=now))
    await session.flush()


async def turn_off(session: AsyncSession, decision: WishDecision, *, by: int, now: datetime) -> None:
    """Keep no new wishes from now on."""
    decision.turned_off_by, decision.turned_off_at = by, now
    await session.flush()
