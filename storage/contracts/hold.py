"""Holds: reminders that rest, of one contract or of the whole city, until a day or until somebody says so."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, ForeignKey, bindparam, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from domain.hold import HoldReason
from storage.base import Base, Id, coded, partial_index
from storage.contracts.contract import Contract
from storage.people.person import Person


class Hold(Base):
    """One hold. Those that are over stay: they say on which days nothing was counted."""

    __tablename__ = "hold"
    __table_args__ = (partial_index("ix_hold_contract_id", "contract_id", unique=True, where="ended_at IS NULL"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int | None] = mapped_column(ForeignKey(Contract.id))
    """None where it is for the whole city."""
    reason: Mapped[HoldReason] = mapped_column(coded(HoldReason))
    begun_at: Mapped[datetime]
    begun_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    until_on: Mapped[date | None]
    """The day on which reminders go on; None until somebody says so."""
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None where it ended by itself, on its day."""


_RUNS = Hold.ended_at.is_(None)


def is_held(contract_id: InstrumentedAttribute[int] | InstrumentedAttribute[int | None]) -> ColumnElement[bool]:
    """Whether nothing unprompted is said about that contract now; every question of what is due asks it."""
    return or_(
        exists().where(_RUNS, Hold.contract_id == contract_id),
        exists().where(_RUNS, Hold.contract_id.is_(None)),
    )


async def begin(session: AsyncSession, hold: Hold) -> None:
    """Let reminders rest; one that rests already goes on resting, for this reason and until this day."""
    is_same = Hold.contract_id.is_not_distinct_from(hold.contract_id)
    changed = await session.execute(
        update(Hold).where(_RUNS, is_same).values(reason=hold.reason, until_on=hold.until_on).returning(Hold.id),
    )
    if changed.first() is None:
        session.add(hold)
        await session.flush()


async def of_contract(session: AsyncSession, contract_id: int) -> Hold | None:
    """What holds the contract's reminders the longest: its own hold or the city's."""
    return await _longest(session, or_(Hold.contract_id == contract_id, Hold.contract_id.is_(None)))


async def running(session: AsyncSession, contract_id: int | None) -> Hold | None:
    """The contract's own hold; the city's for None."""
    return await _longest(session, Hold.contract_id.is_not_distinct_from(contract_id))


# Made once: each tick asks it.
_OVER = (
    select(Hold)
    .where(_RUNS, Hold.until_on <= bindparam("today"))
    .order_by(Hold.id)
    .limit(bindparam("at_most"))
    .with_for_update()
)


async def over(session: AsyncSession, *, today: date, at_most: int) -> Sequence[Hold]:
    """Those whose day has come."""
    return (await session.scalars(_OVER, {"today": today, "at_most": at_most})).all()


async def end(session: AsyncSession, hold: Hold, *, now: datetime, by: int | None) -> bool:
    """Let it be over; False where it was before."""
    ended = await session.execute(
        update(Hold).where(Hold.id == hold.id, _RUNS).values(ended_at=now, ended_by=by).returning(Hold.id),
    )
    return ended.first() is not None


async def _longest(session: AsyncSession, which: ColumnElement[bool]) -> Hold | None:
    longest_first = (Hold.until_on.is_(None).desc(), Hold.until_on.desc(), Hold.id)
    return await session.scalar(select(Hold).where(_RUNS, which).order_by(*longest_first).limit(1))
