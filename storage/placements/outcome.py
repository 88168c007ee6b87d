"""Outcomes: what became of somebody after a placement, as the matcher says; no supplier is told."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, bindparam, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.changeable import CHANGEABLE_FOR
from domain.outcome import Outcome, OutcomeAfter
from domain.placement import HAS_BEGUN
from domain.reference import Noun, Reference
from storage.base import Base, Id, coded, partial_index
from storage.people.person import Person
from storage.placements.placement import Placement
from storage.slots.slot import Slot


class OutcomeRow(Base):
    """One time at which it is asked what became of somebody, and the answer."""

    __tablename__ = "outcome"
    __table_args__ = (
        UniqueConstraint("placement_id", "after"),
        partial_index("ix_outcome_next_at", "next_at", where="next_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    placement_id: Mapped[int] = mapped_column(ForeignKey(Placement.id))
    after: Mapped[OutcomeAfter] = mapped_column(coded(OutcomeAfter))
    due_on: Mapped[date]
    next_at: Mapped[datetime | None]
    """When the matcher is asked next; None once it is answered or no longer asked."""
    times_asked: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[Outcome | None] = mapped_column(coded(Outcome))
    said_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None also where nobody has said it, and so it is not known."""
    said_at: Mapped[datetime | None]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.OUTCOME, self.id)


async def plan(session: AsyncSession, placement_id: int, due: Mapping[OutcomeAfter, tuple[date, datetime]]) -> None:
    """Ask then what became of somebody; what was asked for another day is asked then instead, unless it is said."""
    planned = {row.after: row for row in await of_placement(session, placement_id)}
    for after, (due_on, next_at) in due.items():
        row = planned.get(after)
        if row is None:
            session.add(OutcomeRow(placement_id=placement_id, after=after, due_on=due_on, next_at=next_at))
        elif row.said_at is None:
            row.due_on, row.next_at, row.times_asked = due_on, next_at, 0
    await session.flush()


async def of_placement(session: AsyncSession, placement_id: int) -> Sequence[OutcomeRow]:
    """What is asked about the placement and was said, in order."""
    asked = select(OutcomeRow).where(OutcomeRow.placement_id == placement_id)
    return (await session.scalars(asked.order_by(OutcomeRow.id).execution_options(populate_existing=True))).all()


async def find(session: AsyncSession, outcome_id: int) -> OutcomeRow | None:
    """The one with that id, held until the end of the transaction: of two who say it at once the second sees it."""
    return await session.get(OutcomeRow, outcome_id, populate_existing=True, with_for_update=True)


# Made once: each tick asks it.
_DUE = (
    select(OutcomeRow)
    .join(Placement, Placement.id == OutcomeRow.placement_id)
    .where(OutcomeRow.next_at <= bindparam("now"), Placement.status.in_(HAS_BEGUN))
    .order_by(OutcomeRow.next_at, OutcomeRow.id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True, of=OutcomeRow)
    .execution_options(populate_existing=True)
)


async def due(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[OutcomeRow]:
    """Those that are asked now, longest waiting first; a start that was taken back is asked about no more."""
    return (await session.scalars(_DUE, {"now": now, "at_most": at_most})).all()


async def to_come(
    session: AsyncSession, *, after: datetime, at_most: int
) -> Sequence[tuple[OutcomeRow, Placement, Slot]]:
    """Those that are asked after that instant, with their placements and slots, soonest first."""
    rows = await session.execute(
        select(OutcomeRow, Placement, Slot)
        .join(Placement, Placement.id == OutcomeRow.placement_id)
        .join(Slot, Slot.id == Placement.slot_id)
        .where(OutcomeRow.next_at > after, Placement.status.in_(HAS_BEGUN))
        .order_by(OutcomeRow.next_at)
        .limit(at_most)
    )
    return [(outcome, placement, slot) for outcome, placement, slot in rows]


def is_waited_for(now: datetime) -> ColumnElement[bool]:
    """Whether it is still to be said of a placement what became of somebody, or can still be said otherwise.

    A start that was taken back is asked about no more, and so nothing waits for it.
    """
    may_be_said = or_(OutcomeRow.said_at.is_(None), OutcomeRow.said_at > now - CHANGEABLE_FOR)
    return exists().where(OutcomeRow.placement_id == Placement.id, Placement.status.in_(HAS_BEGUN), may_be_said)
