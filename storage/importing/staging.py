"""New contracts of a file, staged: written in slices where nobody looks, until one short transaction puts them in.

A staging is one try at one file. What is staged and never put in, since the process died, is swept away like what was.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, String, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.contact import LONGEST_EMAIL, LONGEST_NAME, LONGEST_PHONE
from domain.contract import Cadence, Clause, Counting, CountsFrom
from domain.contract_sheet import LONGEST_AREA_OF_COMPANY, LONGEST_TITLE
from domain.frozen import frozen
from domain.obligation import ObligationKind, ObligationStatus
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from domain.slot import SlotKind, Trade
from storage.base import Base, Id, coded
from storage.dialects import insert_all


class Staging(Base):
    """One try at taking a file in."""

    __tablename__ = "staging"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    begun_at: Mapped[datetime]
    is_over: Mapped[bool]
    """Whether what is staged was put in, or never will be."""


class StagedContract(Base):
    """A contract that is not here yet, with its supplier as it will be called."""

    __tablename__ = "staged_contract"
    __table_args__ = ({"sqlite_with_rowid": False},)

    staging_id: Mapped[int] = mapped_column(ForeignKey(Staging.id), primary_key=True, autoincrement=False)
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """The first of its rows in the sheet."""
    supplier: Mapped[str] = mapped_column(String(LONGEST_NAME))
    organisation_number: Mapped[str | None] = mapped_column(String(13))
    trade: Mapped[Trade | None] = mapped_column(coded(Trade))
    area: Mapped[str | None] = mapped_column(String(LONGEST_AREA_OF_COMPANY))
    registry_number: Mapped[str] = mapped_column(String(LONGEST_REGISTRY_NUMBER))
    """The procurement's, which may be here already."""
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    clause: Mapped[Clause] = mapped_column(coded(Clause))
    value: Mapped[int | None] = mapped_column(BigInteger)
    cadence: Mapped[Cadence | None] = mapped_column(coded(Cadence))
    counting: Mapped[Counting | None] = mapped_column(coded(Counting))
    counts_from: Mapped[CountsFrom | None] = mapped_column(coded(CountsFrom))
    planned_until: Mapped[date | None]
    salt: Mapped[str] = mapped_column(String(32))
    """Of the line that the ledger will have of it."""
    content: Mapped[str] = mapped_column(String(240))
    """Of that line, too."""
    content_hash: Mapped[str] = mapped_column(String(64))
    supplier_id: Mapped[int | None] = mapped_column(BigInteger)
    """Known once its supplier is here, in the transaction that puts everything in."""
    contract_id: Mapped[int | None] = mapped_column(BigInteger)
    """Known once it is here itself; what belongs to it finds it by the row."""


class StagedContact(Base):
    """Somebody whom a staged contract names, and in which place."""

    __tablename__ = "staged_contact"
    __table_args__ = ({"sqlite_with_rowid": False},)

    staging_id: Mapped[int] = mapped_column(ForeignKey(Staging.id), primary_key=True, autoincrement=False)
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    email: Mapped[str | None] = mapped_column(String(LONGEST_EMAIL))
    phone: Mapped[str | None] = mapped_column(String(LONGEST_PHONE))


class StagedObligation(Base):
    """Something that will follow from a staged contract."""

    __tablename__ = "staged_obligation"
    __table_args__ = ({"sqlite_with_rowid": False},)

    staging_id: Mapped[int] = mapped_column(ForeignKey(Staging.id), primary_key=True, autoincrement=False)
    row: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """In the order in which it is planned."""
    kind: Mapped[ObligationKind] = mapped_column(coded(ObligationKind))
    key: Mapped[str] = mapped_column(String(60))
    slot_kind: Mapped[SlotKind | None] = mapped_column(coded(SlotKind))
    places: Mapped[int | None]
    due_on: Mapped[date]
    status: Mapped[ObligationStatus] = mapped_column(coded(ObligationStatus))
    rung: Mapped[int]
    next_at: Mapped[datetime | None]


STAGED = (StagedContract, StagedContact, StagedObligation)
"""What a staging holds, each by its row in the sheet."""


@frozen
class Slice:
    """Some contracts with all that belongs to them, as rows for the tables above."""

    contracts: Sequence[dict[str, Any]]
    contacts: Sequence[dict[str, Any]]
    obligations: Sequence[dict[str, Any]]


async def begin(session: AsyncSession, *, now: datetime) -> int:
    """Begin a staging; its id."""
    staging = Staging(begun_at=now, is_over=False)
    session.add(staging)
    await session.flush()
    return staging.id


async def stage(session: AsyncSession, staging_id: int, some: Slice) -> None:
    """Write a slice where nobody looks."""
    for table, rows in zip(STAGED, (some.contracts, some.contacts, some.obligations), strict=True):
        await insert_all(session, table, [row | {"staging_id": staging_id} for row in rows])


async def end(session: AsyncSession, staging_id: int) -> bool:
    """It was put in, or never will be; False where it has ended before."""
    ended = await session.execute(
        update(Staging)
        .where(Staging.id == staging_id, Staging.is_over.is_(False))
        .values(is_over=True)
        .returning(Staging.id),
    )
    return ended.first() is not None


# Made once: each tick asks them.
_END_OLD = (
    update(Staging)
    .where(Staging.begun_at <= bindparam("before"), Staging.is_over.is_(False))
    .values(is_over=True)
    .execution_options(synchronize_session=False)
)
_OVER = select(Staging.id).where(Staging.is_over).order_by(Staging.id).limit(1)


async def sweep(session: AsyncSession, *, before: datetime, at_most: int) -> bool:
    """Remove so many contracts of what is over, or was begun before that instant; says whether there may be more."""
    # First of all it is over, so that nobody puts the rest of it in.
    await session.execute(_END_OLD, {"before": before})
    staging_id = await session.scalar(_OVER)
    if staging_id is None:
        return False
    first = await session.scalar(
        select(StagedContract.row).where(StagedContract.staging_id == staging_id).order_by(StagedContract.row).limit(1)
    )
    if first is None:
        await session.execute(delete(Staging).where(Staging.id == staging_id))
        return True
    for table in STAGED:
        await session.execute(delete(table).where(table.staging_id == staging_id, table.row < first + at_most))
    return True
