"""The demo's earlier results are those of the presentation: each supplier that it names, and its totals."""

from collections import Counter
from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.demo import sample_city
from domain.slot import SlotKind
from storage.database import Database
from storage.overview import goal as goals
from storage.results import earlier_result
from storage.slots.slot import Slot

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

NAMED = {
    SlotKind.INTERNSHIP: "Crendo, Caverion, Park och mark, Elbolaget Syd, Leif Olssons måleri, LP Golv, Mäklarbyrån, "
    "Förenade Service, ISS, Däckia, Sodexo",
    SlotKind.EMPLOYMENT: "Green Landscaping, Förenade Service",
    SlotKind.APPRENTICESHIP: "Cami, Caverion, Städax, AP Måleri, LP Måleri, LP Golv",
    SlotKind.MENTOR: "WSP, VVS & Kakeltjänst, AquaP, SWECO",
}
TOTALS = {SlotKind.INTERNSHIP: 13, SlotKind.EMPLOYMENT: 6, SlotKind.APPRENTICESHIP: 7, SlotKind.MENTOR: 5}
NOT_COUNTED = {"Caverion", "PEAB", "1aB DeSign"}
"""These gave visits and lectures: how many, and which of them, the presentation does not say."""


async def slots_in(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(Slot)) or 0


async def test_every_supplier_and_total_of_the_presentation_is_an_earlier_result_and_no_slot(
    database: Database,
) -> None:
    await sample_city.build(database, now=NOW)
    async with database.read() as session:
        listed = await earlier_result.part(session, skip=0, at_most=100)
        counted = await earlier_result.count_by_kind(session, NOW.year)
        assert await earlier_result.count_by_kind(session, NOW.year - 1) == {}
        assert await slots_in(session) == 0, "what was given elsewhere is no offer"
        goal = await goals.in_force(session, NOW.year)
    gave = {kind: {giver.name for each, giver in listed if each.kind is kind} for kind in TOTALS}
    assert gave == {kind: set(names.split(", ")) for kind, names in NAMED.items()}
    assert counted == TOTALS
    assert {giver.name for each, giver in listed if each.number is None} == NOT_COUNTED
    once = Counter((each.kind, giver.name) for each, giver in listed)
    assert set(once.values()) == {1}
    assert goal is not None
    assert goal.number == sample_city.GOAL == 40
    assert all("påhittad" in each.source for each, _ in listed), "what is our own choice says so"
