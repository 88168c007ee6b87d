"""What the ledger has of an event, and what any table holds."""

from sqlalchemy import select
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncSession

from storage.ledger import LedgerRow
from storage.tables import Base
from tests.city import City


async def recorded(city: City, event: str) -> list[LedgerRow]:
    """Every row of it, in order."""
    async with city.database.read() as session:
        found = await session.scalars(select(LedgerRow).where(LedgerRow.event == event).order_by(LedgerRow.id))
        return list(found)


async def times(city: City, event: str) -> int:
    """How often it has it."""
    return len(await recorded(city, event))


async def everything_kept(city: City) -> str:
    """Every row of every table, whole: a row's own words for itself leave out the middle of what is long."""

    async def rows(session: AsyncSession) -> str:
        found = [await session.execute(sql(f"SELECT * FROM {name}")) for name in Base.metadata.tables]
        return "".join(repr(tuple(row)) for table in found for row in table.all())

    return await city.asks(rows)
