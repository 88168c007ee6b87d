"""What the ledger has of an event."""

from sqlalchemy import select

from storage.ledger import LedgerRow
from tests.city import City


async def recorded(city: City, event: str) -> list[LedgerRow]:
    """Every row of it, in order."""
    async with city.database.read() as session:
        found = await session.scalars(select(LedgerRow).where(LedgerRow.event == event).order_by(LedgerRow.id))
        return list(found)


async def times(city: City, event: str) -> int:
    """How often it has it."""
    return len(await recorded(city, event))
