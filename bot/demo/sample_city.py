"""The demo's city: the programme as the city that began it presents it, and people who are made up.

The companies in `RESULTS` and what kind of contribution each gave are from that presentation. It states only the
totals (13 internships, 6 employments, 7 apprenticeships, 5 mentors), so how they are split over the companies is our
own choice; who gave visits and lectures it names without counting them, or telling which was which. Everyone who has a
phone in the demo, and the companies they work for, are invented.
"""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from domain.frozen import frozen
from domain.language import Language
from domain.placement import TOWARDS_GOAL
from domain.role import Role
from domain.slot import SlotKind, Trade
from storage.database import Database
from storage.overview import goal as goals
from storage.overview.goal import Goal
from storage.people import supplier
from storage.results import earlier_result
from storage.results.earlier_result import EarlierResult
from storage.slots import area
from storage.wishes import decision

NAME = "Exempelstad"
CONTACT = "040-628 04 00, csr@exempelstad.example"
GOAL = 40
"""Residents in occupation in a year: what the presentation says of its own. The decision behind it is made up."""

GOAL_NUMBER = "KS 2026/12"


@frozen
class Inhabitant:
    """Somebody with a phone on the demo page."""

    name: str
    role: Role
    language: Language = Language.SWEDISH
    supplier: str | None = None
    trade: Trade | None = None


INHABITANTS = (
    Inhabitant("Karin Ek", Role.COORDINATOR),
    Inhabitant("Anna Lind", Role.MATCHER),
    Inhabitant("Bashir Nur", Role.MATCHER),
    Inhabitant("Mira Holm", Role.SUPPLIER, supplier="Exempelmåleriet AB", trade=Trade.PAINTING),
    Inhabitant("Sam Dahl", Role.SUPPLIER, Language.ENGLISH, supplier="Påhittade Parker AB", trade=Trade.GROUNDS),
)
"""In the order in which they come in; the coordinator is first, and so sees the others come."""

RESULTS: dict[SlotKind, dict[str, int | None]] = {
    SlotKind.INTERNSHIP: {
        "Crendo": 1,
        "Caverion": 1,
        "Park och mark": 1,
        "Elbolaget Syd": 1,
        "Leif Olssons måleri": 1,
        "LP Golv": 1,
        "Mäklarbyrån": 1,
        "Förenade Service": 2,
        "ISS": 2,
        "Däckia": 1,
        "Sodexo": 1,
    },
    SlotKind.EMPLOYMENT: {"Green Landscaping": 3, "Förenade Service": 3},
    SlotKind.APPRENTICESHIP: {
        "Cami": 1,
        "Caverion": 2,
        "Städax": 1,
        "AP Måleri": 1,
        "LP Måleri": 1,
        "LP Golv": 1,
    },
    SlotKind.MENTOR: {"WSP": 2, "VVS & Kakeltjänst": 1, "AquaP": 1, "SWECO": 1},
    SlotKind.STUDY_VISIT: {"Caverion": None, "PEAB": None},
    SlotKind.LECTURE: {"1aB DeSign": None},
}
"""What each company gave; None where nobody has counted."""

SOURCE = "Programmets egen presentation. Fördelningen mellan företagen är påhittad."

AREAS = {"Centrum": ("City", "Innerstaden"), "Hamnen": ("Norra hamnen",), "Norr": (), "Söder": ("Södra staden",)}
"""The city's areas, and what suppliers write for them too."""

DECISION = "AMN 2026/118"
"""By which the city keeps wishes; made up, as its areas are."""


async def build(database: Database, *, now: datetime) -> None:
    """Put the companies, and what they have given so far, into an empty database."""
    async with database.write() as session:
        for inhabitant in INHABITANTS:
            if inhabitant.supplier:
                await supplier.found_or_created(session, inhabitant.supplier, now=now, trade=inhabitant.trade)
        for name, also in AREAS.items():
            added = await area.add(session, name, by=None, at=now)
            for written in also:
                await area.let_mean(session, written, added.id, by=None, at=now)
        await decision.turn_on(session, DECISION, by=None, now=now)
        await goals.set_for(session, _goal(now))
        for kind, given in RESULTS.items():
            for name, number in given.items():
                await _entered(session, kind, name, number, now)


def _goal(now: datetime) -> Goal:
    """As if it was decided as the year began."""
    return Goal(
        year=now.year,
        number=GOAL,
        kinds=[kind.value for kind in TOWARDS_GOAL],
        decided_on=date(now.year, 1, 1),
        registry_number=GOAL_NUMBER,
        set_at=now,
    )


async def _entered(session: AsyncSession, kind: SlotKind, name: str, number: int | None, now: datetime) -> None:
    """As results of this year, so that they count towards its goal."""
    giver = await supplier.found_or_created(session, name, now=now)
    result = EarlierResult(supplier_id=giver.id, kind=kind, number=number, year=now.year, source=SOURCE, entered_at=now)
    await earlier_result.enter(session, result)
