"""Planned procurements, put straight into the database where the chat isn't the point."""

from typing import Any

from bot.demo import sample_procurements
from storage.procurements.procurement import Procurement
from tests.city import City


async def has_presented(city: City) -> None:
    """The four that the programme's presentation chooses among are planned."""
    async with city.database.write() as session:
        await sample_procurements.plan(session, now=city.clock.now())


async def has_planned(city: City, title: str, **known: Any) -> int:
    """One is planned; its id."""
    now = city.clock.now()
    async with city.database.write() as session:
        one = Procurement(title=title, noted_at=now, created_at=now, **known)
        session.add(one)
        await session.flush()
        return one.id
