"""Procurements: what contracts come from. One that asks several suppliers (a framework agreement) has several."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.contract_sheet import LONGEST_TITLE
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from domain.slot import Trade
from storage.base import Base, Id, batched, coded
from storage.dialects import insert_into


class Procurement(Base):
    """What the city buys or has bought, under one number in its register of records."""

    __tablename__ = "procurement"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    registry_number: Mapped[str] = mapped_column(String(LONGEST_REGISTRY_NUMBER), unique=True)
    """The number in the city's register of records (diarienummer)."""
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    trade: Mapped[Trade | None] = mapped_column(coded(Trade))
    value: Mapped[int | None] = mapped_column(BigInteger)
    """Kronor, as far as the city has told."""
    created_at: Mapped[datetime]


async def found_or_created(session: AsyncSession, registry_number: str, title: str, *, now: datetime) -> Procurement:
    """The procurement under that number; a number that is new becomes one."""
    # One statement, since two may name a new one at the same time.
    await session.execute(
        insert_into(session, Procurement)
        .values(registry_number=registry_number, title=title, created_at=now)
        .on_conflict_do_nothing(index_elements=[Procurement.registry_number]),
    )
    return (await session.scalars(select(Procurement).where(Procurement.registry_number == registry_number))).one()


async def registry_numbers(session: AsyncSession) -> Sequence[str]:
    """Every number under which the city keeps a procurement, in the order in which they came."""
    return (await session.scalars(select(Procurement.registry_number).order_by(Procurement.id))).all()


async def with_registry_numbers(session: AsyncSession, numbers: Sequence[str]) -> dict[str, Procurement]:
    """The procurements that the city keeps under these numbers, by them."""
    found: dict[str, Procurement] = {}
    for some in batched(numbers):
        rows = await session.scalars(select(Procurement).where(Procurement.registry_number.in_(some)))
        found |= {each.registry_number: each for each in rows}
    return found
