"""The goal of a year: how many residents the city wants in occupation. A row is never changed: another replaces it."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Select, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.placement import TOWARDS_GOAL
from domain.reference import Noun, Reference
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from domain.slot import SlotKind
from storage.base import Base, Id, partial_index
from storage.people.person import Person


class Goal(Base):
    """What was decided for one year."""

    __tablename__ = "goal"
    __table_args__ = (partial_index("uq_goal_year_in_force", "year", unique=True, where="replaced_at IS NULL"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    year: Mapped[int]
    number: Mapped[int]
    """Residents, each counted once."""
    kinds: Mapped[list[str]]
    """The kinds of places that count towards it."""
    decided_on: Mapped[date]
    registry_number: Mapped[str] = mapped_column(String(LONGEST_REGISTRY_NUMBER))
    set_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None in a city that is made up for the demo."""
    set_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
    """None for the one in force."""

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.GOAL, self.id)


async def set_for(session: AsyncSession, goal: Goal) -> Goal:
    """Let it be in force, instead of the year's goal so far, which stays as what was decided before."""
    before = await session.scalar(_in_force(goal.year).with_for_update())
    if before is not None:
        before.replaced_at = goal.set_at
        await session.flush()
    session.add(goal)
    await session.flush()
    return goal


async def in_force(session: AsyncSession, year: int) -> Goal | None:
    """The year's goal; None where none is set."""
    return await session.scalar(_in_force(year).execution_options(populate_existing=True))


async def count(session: AsyncSession) -> int:
    """How many were ever set."""
    return await session.scalar(select(func.count()).select_from(Goal)) or 0


async def part(session: AsyncSession, *, skip: int, at_most: int) -> Sequence[Goal]:
    """A part of all that were ever set: the latest year first, and of each year the newest."""
    latest = select(Goal).order_by(Goal.year.desc(), Goal.id.desc()).offset(skip).limit(at_most)
    return (await session.scalars(latest.execution_options(populate_existing=True))).all()


def kinds_of(goal: Goal | None) -> tuple[SlotKind, ...]:
    """The kinds of places that count towards it; where none is set, all that bring somebody into occupation."""
    return tuple(SlotKind(each) for each in goal.kinds) if goal is not None else TOWARDS_GOAL


def _in_force(year: int) -> Select[Goal]:
    return select(Goal).where(Goal.year == year, Goal.replaced_at.is_(None))
