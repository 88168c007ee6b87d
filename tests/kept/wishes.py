"""What residents look for: wishes are turned on, registered and tended; suppliers are asked whether they can."""

from datetime import UTC, datetime

from sqlalchemy import select

from domain.role import Role
from domain.slot import Trade
from domain.wish_step import ASKED_AFTER
from storage.people.person import Person
from tests.kept.kept_city import GOLV, GOLVSLIP, KeptCity
from tests.wishes import has_wish

FRIDAY = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
"""When the bot asks about a wish that nobody has touched."""

FLOORING = (">Nytt önskemål", ">Praktikplats", ">Golv", ">Centrum", ">Skicka")

EVERYTHING = (
    (">Nytt önskemål", ">Lärlingsplats", ">Golv", ">Var som helst", ">Berätta mer"),
    (">Från när", ">mars 2027", ">Arbetstid", ">Förmiddagar", ">Svenska", ">Enkel svenska"),
    (">Körkort", ">B-körkort", ">Arbetsplatsen", ">Lugn miljö", ">Utan trappor", ">Klart", ">Klart", ">Skicka"),
)
"""All that a wish can tell."""


async def are_turned_on(city: KeptCity) -> None:
    """The city has decided, and lists its areas; floor layers come in, and a matcher who looks for others."""
    await city.person("Lova Vik", Role.SUPPLIER, company=GOLV, trade=Trade.FLOORING)
    await city.person("Egon Vik", Role.SUPPLIER, company=GOLVSLIP, trade=Trade.FLOORING)
    await city.person("Disa Rot", Role.MATCHER)
    await city.plays("Disa", "/onskemal")
    await city.plays("Ada", "/onskemal", ">Slå på önskemål", "AMN 2026/118", "/onskemal", ">Stäng av", ">Behåll")
    for area in ("Centrum", "Hamnen"):
        await city.plays("Karin", "/omraden", ">Nytt område", area)
    await city.plays("Karin", "/omraden", ">Namn utan område", ">Norr", ">Nytt: Norr", "/omraden", ">Hamnen")
    await city.plays("Karin", ">Ta bort", ">Ja, ta bort")


async def are_registered(city: KeptCity) -> None:
    """One with all that it can tell, one changed, one placed and one that has left; and one that nobody has touched."""
    for turns in ((), (">Till listan",), (">Ändra", ">Ändra område", ">Var som helst", ">Skicka"), (">Fått plats",)):
        await city.plays("Disa", "/onskemal", *FLOORING, *turns)
    await city.plays("Disa", "/onskemal", *(turn for turns in EVERYTHING for turn in turns))
    await city.plays("Disa", ">Lämnat programmet", ">Behåll")
    await city.plays("Disa", "/onskemal", *FLOORING, ">Lämnat programmet", ">Ja, ta bort")
    disa = await city.asks(lambda session: session.scalar(select(Person.id).where(Person.name == "Disa Rot")))
    assert disa is not None
    forgotten = {"created_at": FRIDAY - ASKED_AFTER, "touched_at": FRIDAY - ASKED_AFTER, "next_at": FRIDAY}
    await has_wish(city, disa, code="JKLMNP", trade=Trade.CARE, **forgotten)


async def are_asked_for(city: KeptCity) -> None:
    """Two suppliers are asked: one says yes, which is an offer; the other does not answer."""
    await city.plays("Disa", "/onskemal", *FLOORING, ">Fråga leverantörer", ">Skicka frågan")
    await city.plays("Lova", ">Senare", ">Tillbaka", ">Ja, det kan vi", ">Skicka")
    await city.plays("Disa", "/onskemal", ">1. ", ">Erbjudanden som passar")
