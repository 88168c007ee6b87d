"""Placements in which somebody has begun, said in the chat by both sides, and what is told of their ends."""

from datetime import UTC, datetime

from sqlalchemy import select

from storage.placements.placement import Placement
from tests.city import City

ON_LAST_DAY = datetime(2027, 1, 25, 8, 0, tzinfo=UTC)
"""09.00 in Stockholm on the Monday after the last day of what `reports_internship` offers, a Sunday."""

SLOT_CARD = "Centrum"


async def somebody_begins(city: City, *, places: int = 1) -> Placement:
    """Mira offers, Anna takes it and says that somebody has begun, and Mira says so too."""
    await city.maleri.reports_internship(places=places)
    await city.matcher_a.presses("Jag tar den")
    return await another_begins(city)


async def another_begins(city: City) -> Placement:
    """Somebody begins in the slot that Anna has."""
    await city.matcher_a.says("/platser")
    await city.matcher_a.presses(SLOT_CARD)
    await city.matcher_a.presses("Någon har börjat")
    if "1. Ja" in city.matcher_a.buttons:
        await city.matcher_a.presses("Ja")
    await city.maleri.presses("Ja")
    return (await placements(city))[-1]


async def placements(city: City) -> list[Placement]:
    """Every placement, in order."""
    return list(await city.asks(lambda session: session.scalars(select(Placement).order_by(Placement.id))))
