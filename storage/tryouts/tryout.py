"""What was tried, when, and with which suppliers. What is removed stays as a row that nobody sees."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from domain.tryout import LONGEST_TRYOUT, Days, TryoutSort, watched
from storage.base import Base, Id, coded, partial_index
from storage.dialects import insert_all
from storage.people.person import Person
from storage.people.supplier import Supplier


class Tryout(Base):
    """Something that the city did in another way."""

    __tablename__ = "tryout"
    __table_args__ = (partial_index("ix_tryout_next_at", "next_at", where="next_at IS NOT NULL"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    sort: Mapped[TryoutSort] = mapped_column(coded(TryoutSort))
    words: Mapped[str] = mapped_column(String(LONGEST_TRYOUT))
    begun_on: Mapped[date]
    weeks: Mapped[int]
    """What came of it is counted for so long."""
    noted_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    noted_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
    """When whoever noted it hears that its time is over; None once that is said, and where it was over when noted."""

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.TRYOUT, self.id)

    @property
    def watch(self) -> Days:
        """The days on which it is watched."""
        return watched(self.begun_on, self.weeks)


class TriedSupplier(Base):
    """One of the suppliers with whom it was tried."""

    __tablename__ = "tried_supplier"

    tryout_id: Mapped[int] = mapped_column(ForeignKey(Tryout.id), primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id), primary_key=True)


async def note(session: AsyncSession, tryout: Tryout, supplier_ids: Collection[int]) -> Tryout:
    """Keep it, with these suppliers."""
    session.add(tryout)
    await session.flush()
    await _place(session, tryout.id, supplier_ids)
    return tryout


async def change(session: AsyncSession, tryout_id: int, supplier_ids: Collection[int], **values: Any) -> bool:
    """Keep what is right instead; False where it was removed meanwhile."""
    its = update(Tryout).where(Tryout.id == tryout_id, Tryout.removed_at.is_(None)).values(**values)
    if not (await session.execute(its.returning(Tryout.id))).all():
        return False
    await session.execute(delete(TriedSupplier).where(TriedSupplier.tryout_id == tryout_id))
    await _place(session, tryout_id, supplier_ids)
    return True


async def _place(session: AsyncSession, tryout_id: int, supplier_ids: Collection[int]) -> None:
    rows = [{"tryout_id": tryout_id, "supplier_id": each} for each in sorted(set(supplier_ids))]
    await insert_all(session, TriedSupplier, rows)


async def remove(session: AsyncSession, tryout_id: int, *, now: datetime) -> bool:
    """Take it out of the list; False where that was done before."""
    its = update(Tryout).where(Tryout.id == tryout_id, Tryout.removed_at.is_(None))
    gone = its.values(removed_at=now, next_at=None).returning(Tryout.id)
    return bool((await session.execute(gone)).all())


async def put_back(session: AsyncSession, tryout_id: int, *, next_at: datetime | None) -> bool:
    """Have it in the list again; False where it is there."""
    its = update(Tryout).where(Tryout.id == tryout_id, Tryout.removed_at.is_not(None))
    back = its.values(removed_at=None, next_at=next_at).returning(Tryout.id)
    return bool((await session.execute(back)).all())


async def find(session: AsyncSession, tryout_id: int) -> Tryout | None:
    """The tryout with that id, as it is now, removed or not."""
    return await session.get(Tryout, tryout_id, populate_existing=True)


async def count(session: AsyncSession) -> int:
    """How many the list has."""
    return await session.scalar(select(func.count()).select_from(Tryout).where(Tryout.removed_at.is_(None))) or 0


async def part(session: AsyncSession, *, skip: int, at_most: int) -> Sequence[Tryout]:
    """A part of the list, those that began last first."""
    latest = select(Tryout).where(Tryout.removed_at.is_(None)).order_by(Tryout.begun_on.desc(), Tryout.id.desc())
    return (await session.scalars(latest.offset(skip).limit(at_most).execution_options(populate_existing=True))).all()


async def suppliers_of(session: AsyncSession, tryout_id: int) -> Sequence[tuple[int, str]]:
    """The ids and names of those with whom it was tried, by name."""
    rows = await session.execute(
        select(Supplier.id, Supplier.name)
        .join(TriedSupplier, TriedSupplier.supplier_id == Supplier.id)
        .where(TriedSupplier.tryout_id == tryout_id)
        .order_by(Supplier.name)
    )
    return [(row.id, row.name) for row in rows]


# Made once: each tick asks it.
_OVER = (
    select(Tryout)
    .where(Tryout.next_at <= bindparam("now", type_=Tryout.next_at.type))
    .order_by(Tryout.next_at)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def to_come(session: AsyncSession, *, after: datetime, at_most: int) -> Sequence[tuple[datetime, Person]]:
    """When it will be told of one that its time is over, after that instant, and who noted it; soonest first."""
    rows = await session.execute(
        select(Tryout.next_at, Person)
        .join(Person, Person.id == Tryout.noted_by)
        .where(Tryout.next_at > after)
        .order_by(Tryout.next_at)
        .limit(at_most)
    )
    return [(at, whose) for at, whose in rows if at is not None]


async def over(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Tryout]:
    """Those whose time is over and of which nobody has heard, held until the end of the transaction."""
    return (await session.scalars(_OVER, {"now": now, "at_most": at_most})).all()
