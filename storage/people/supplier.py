"""Suppliers: the companies that have promised to cooperate."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import String, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.contact import LONGEST_NAME
from domain.slot import Trade
from storage.base import Base, Id, coded, table_of
from storage.dialects import InBothDialects, in_dialect


class Supplier(Base):
    """A company, an association or a sole trader under contract with the city."""

    __tablename__ = "supplier"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME), unique=True)
    trade: Mapped[Trade | None] = mapped_column(coded(Trade))
    organisation_number: Mapped[str | None] = mapped_column(String(13), unique=True)
    """As 556016-0680, its checksum right; None for a supplier that was only named so far."""
    area: Mapped[str | None] = mapped_column(String(60))
    created_at: Mapped[datetime]


# Made once: each step of a report asks the last of them.
_CREATE = InBothDialects(lambda insert: insert(table_of(Supplier)).on_conflict_do_nothing(index_elements=["name"]))
_NAMED = select(Supplier).where(Supplier.name == bindparam("called"))
_WITH_ID = select(Supplier).where(Supplier.id == bindparam("supplier_id"))


async def find(session: AsyncSession, supplier_id: int) -> Supplier:
    """The supplier with that id, which must exist."""
    return (await session.scalars(_WITH_ID, {"supplier_id": supplier_id})).one()


async def with_id(session: AsyncSession, supplier_id: int) -> Supplier | None:
    """The supplier with that id, if there is one."""
    return await session.get(Supplier, supplier_id)


async def found_or_created(session: AsyncSession, name: str, *, now: datetime, trade: Trade | None = None) -> Supplier:
    """The supplier with that name; a name that is new becomes a supplier."""
    # One statement, since two may name a new one at the same time.
    await session.execute(in_dialect(session, _CREATE), {"name": name, "trade": trade, "created_at": now})
    return (await session.scalars(_NAMED, {"called": name})).one()


async def all_named(session: AsyncSession) -> Sequence[tuple[int, str]]:
    """Every supplier's id and name, the newest first."""
    rows = await session.execute(select(Supplier.id, Supplier.name).order_by(Supplier.id.desc()))
    return [(row.id, row.name) for row in rows]


async def everyone(session: AsyncSession) -> Sequence[Supplier]:
    """Every supplier: what a long list is compared with, at one look."""
    return (await session.scalars(select(Supplier).execution_options(populate_existing=True))).all()


async def names(session: AsyncSession, supplier_ids: Collection[int]) -> dict[int, str]:
    """What those suppliers are called, by id."""
    rows = await session.execute(select(Supplier.id, Supplier.name).where(Supplier.id.in_(supplier_ids)))
    return {row.id: row.name for row in rows}


async def hold(session: AsyncSession, supplier_ids: Collection[int]) -> None:
    """Let nobody else ask these suppliers until the transaction ends: of two who press at once, the later sees it.

    Their offers and promises, which only name the supplier, can go on meanwhile.
    """
    held = select(Supplier.id).where(Supplier.id.in_(supplier_ids)).order_by(Supplier.id)
    await session.execute(held.with_for_update(key_share=True))
