"""Placements in tests: somebody is proposed, as people press it."""

from collections.abc import Sequence

from sqlalchemy import select

from storage.placements.placement import Placement
from tests.chat import Chat
from tests.city import City


async def placements(city: City) -> Sequence[Placement]:
    """Every placement, in order."""
    return (await city.asks(lambda session: session.scalars(select(Placement).order_by(Placement.id)))).all()


async def card_of(chat: Chat, area: str = "Centrum") -> str:
    """The slot's card."""
    await chat.says("/platser")
    return await chat.presses(area)


async def has_taken(city: City, *, places: int = 2) -> None:
    """A matcher has taken a slot."""
    await city.maleri.reports_internship(places=places)
    await city.matcher_a.presses("Jag tar den")


async def proposes(city: City) -> Placement:
    """The matcher proposes somebody: from the first day to the last that are offered, half time. Five presses."""
    await card_of(city.matcher_a)
    for press in ("Föreslå någon", "Som erbjudet", "Som erbjudet", "Halvtid", "Skicka"):
        await city.matcher_a.presses(press)
    return (await placements(city))[-1]
