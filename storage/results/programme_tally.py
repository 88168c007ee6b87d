"""Tallies of programmes: how many residents each had in a month, linked to no wish and no placement."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.programme import Programme
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded
from storage.dialects import insert_into
from storage.people.person import Person


class ProgrammeTally(Base):
    """One programme in one month."""

    __tablename__ = "programme_tally"
    __table_args__ = (UniqueConstraint("year", "month", "programme"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    programme: Mapped[Programme] = mapped_column(coded(Programme))
    year: Mapped[int]
    month: Mapped[int]
    number: Mapped[int]
    entered_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    entered_at: Mapped[datetime]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.PROGRAMME, self.id)


async def put(  # noqa: PLR0913  which month of which programme, how many, and who says so when
    session: AsyncSession, programme: Programme, *, year: int, month: int, number: int, entered_by: int, now: datetime
) -> Reference:
    """Keep the number for that month, instead of one that was there."""
    said = {"number": number, "entered_by": entered_by, "entered_at": now}
    kept = await session.execute(
        insert_into(session, ProgrammeTally)
        .values(programme=programme, year=year, month=month, **said)
        .on_conflict_do_update(
            index_elements=[ProgrammeTally.year, ProgrammeTally.month, ProgrammeTally.programme], set_=said
        )
        .returning(ProgrammeTally.id)
    )
    return Reference(Noun.PROGRAMME, kept.scalar_one())


async def of_year(session: AsyncSession, year: int) -> dict[tuple[Programme, int], int]:
    """The year's numbers, by programme and month."""
    rows = await session.execute(
        select(ProgrammeTally.programme, ProgrammeTally.month, ProgrammeTally.number).where(ProgrammeTally.year == year)
    )
    return {(programme, month): number for programme, month, number in rows}
