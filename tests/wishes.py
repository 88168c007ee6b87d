"""Wishes, put straight into the database where the form isn't the point. All are made up."""

from datetime import date
from typing import Any

from domain.slot import SlotKind, Trade
from domain.wish import WishStatus
from storage.slots import area
from storage.wishes.decision import WishDecision
from storage.wishes.wish import Wish
from tests.city import City

MARCH = date(2027, 3, 15)


async def turns_wishes_on(city: City) -> None:
    """The city has decided to keep wishes."""
    async with city.database.write() as session:
        session.add(WishDecision(registry_number="AMF-2026-1", turned_on_by=5, turned_on_at=city.clock.now()))


async def has_area(city: City, name: str = "Centrum") -> int:
    """An area of the city's list; its id."""
    async with city.database.write() as session:
        return (await area.add(session, name, by=5, at=city.clock.now())).id


async def has_wish(city: City, matcher_id: int = 3, *, code: str = "BCDF", **values: Any) -> int:
    """A matcher's wish for an internship in painting from March; its id."""
    now = city.clock.now()
    usual = {"kind": SlotKind.INTERNSHIP, "trade": Trade.PAINTING, "from_on": MARCH, "adaptations": []}
    kept = {"status": WishStatus.LOOKING, "revision": 1, "created_at": now, "touched_at": now}
    async with city.database.write() as session:
        wish = Wish(code=code, matcher_id=matcher_id, **(usual | kept | values))
        session.add(wish)
        await session.flush()
        return wish.id
