"""Earlier results: what suppliers gave before Steget, or outside it, entered as what it is."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, String, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.reference import Noun, Reference
from domain.slot import SlotKind
from storage.base import Base, Id, coded
from storage.people.person import Person
from storage.people.supplier import Supplier

LONGEST_SOURCE = 160
"""Characters, of where it is known from."""


class EarlierResult(Base):
    """So many of a kind from one supplier in one year. A row is never changed: another corrects it."""

    __tablename__ = "earlier_result"
    __table_args__ = (Index("ix_earlier_result_year", "year", "kind"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id))
    kind: Mapped[SlotKind] = mapped_column(coded(SlotKind))
    number: Mapped[int | None]
    """None where it is known that they gave, and not how many; none at all where the row before was a mistake."""
    year: Mapped[int]
    source: Mapped[str] = mapped_column(String(LONGEST_SOURCE))
    entered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None in a city that is made up for the demo."""
    entered_at: Mapped[datetime]
    corrected_by: Mapped[int | None] = mapped_column(ForeignKey("earlier_result.id"))
    """The row that says what is right instead; None for what holds."""

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.EARLIER_RESULT, self.id)


Listed = tuple[EarlierResult, Supplier]

_HOLDS = (EarlierResult.corrected_by.is_(None), func.coalesce(EarlierResult.number, 1) > 0)


def holds_for(year: int) -> Sequence[ColumnElement[bool]]:
    """Whether a row tells what was given that year: nobody has corrected it, and it is not one that says none."""
    return [*_HOLDS, EarlierResult.year == year]


async def enter(session: AsyncSession, result: EarlierResult) -> EarlierResult:
    """Keep what was entered."""
    session.add(result)
    await session.flush()
    return result


async def correct(session: AsyncSession, earlier_id: int, right: EarlierResult) -> bool:
    """Keep what is right instead of that row; False where somebody else has corrected it meanwhile."""
    wrong = await session.get_one(EarlierResult, earlier_id, populate_existing=True, with_for_update=True)
    if wrong.corrected_by is not None:
        return False
    wrong.corrected_by = (await enter(session, right)).id
    return True


async def find(session: AsyncSession, earlier_id: int) -> EarlierResult | None:
    """The row with that id, as it is now."""
    return await session.get(EarlierResult, earlier_id, populate_existing=True)


async def count_by_kind(session: AsyncSession, year: int) -> dict[SlotKind, int]:
    """How many of each kind that year, as they are entered; what nobody has counted is not in it."""
    rows = await session.execute(
        select(EarlierResult.kind, func.sum(EarlierResult.number))
        .where(*holds_for(year), EarlierResult.number.is_not(None))
        .group_by(EarlierResult.kind)
    )
    return {kind: int(number) for kind, number in rows if number is not None}


async def count_by_supplier(session: AsyncSession, year: int, kinds: Collection[SlotKind]) -> dict[int, int]:
    """How many of those kinds each supplier gave that year, by its id; what nobody has counted adds nothing."""
    rows = await session.execute(
        select(EarlierResult.supplier_id, func.sum(EarlierResult.number))
        .where(*holds_for(year), EarlierResult.number.is_not(None), EarlierResult.kind.in_(kinds))
        .group_by(EarlierResult.supplier_id)
    )
    return {supplier_id: int(number) for supplier_id, number in rows if number is not None}


async def kinds_of(session: AsyncSession, supplier_id: int) -> set[SlotKind]:
    """The kinds of which the supplier has given something before Steget or outside it, whenever that was."""
    given = select(EarlierResult.kind).where(*_HOLDS, EarlierResult.supplier_id == supplier_id)
    return set(await session.scalars(given))


def givers(kinds: Collection[SlotKind]) -> Select[int]:
    """The ids of the suppliers that have given one of these kinds before Steget or outside it, for another question."""
    return select(EarlierResult.supplier_id).where(*_HOLDS, EarlierResult.kind.in_(kinds))


async def count(session: AsyncSession) -> int:
    """How many rows hold."""
    return await session.scalar(select(func.count()).select_from(_holding().subquery())) or 0


async def part(session: AsyncSession, *, skip: int, at_most: int) -> Sequence[Listed]:
    """A part of all that holds, the latest year first, each with its supplier."""
    latest = _holding().order_by(EarlierResult.year.desc(), EarlierResult.kind, Supplier.name, EarlierResult.id)
    rows = await session.execute(latest.offset(skip).limit(at_most))
    return [(result, giver) for result, giver in rows]


def _holding() -> Select[EarlierResult, Supplier]:
    return select(EarlierResult, Supplier).join(Supplier, Supplier.id == EarlierResult.supplier_id).where(*_HOLDS)
