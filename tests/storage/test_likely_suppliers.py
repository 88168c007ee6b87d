"""What is looked up of suppliers that may say yes: what they gave, promised, said and wait for; on both databases."""

from datetime import date

from sqlalchemy import update

from domain.evaluation import EvaluationQuestion, Verdict
from domain.obligation import ObligationKind, ObligationStatus
from domain.placement import PlacementStatus
from domain.reversed_question import Likely, Reason, Why
from domain.role import Role
from domain.slot import SlotKind, SlotStatus, Trade
from handlers.handling.work import Work
from handlers.wishes.reversed import candidates
from storage.obligations.obligation import Obligation
from storage.people.absence import Absence
from storage.placements.evaluation import Evaluation
from storage.placements.placement import Placement
from storage.slots.slot import Slot
from storage.wishes.wish import Wish
from tests.city import City
from tests.contracts import TODAY, a_contract
from tests.obligations import an_obligation
from tests.wishes import has_wish, turns_wishes_on

PAINTERS = "Exempelmåleriet AB"


async def likely(city: City) -> list[tuple[str, Reason]]:
    """Whom the bot would ask, and why."""
    found: list[Likely] = []

    async def look(work: Work) -> None:
        found.extend(await candidates.likely_for(work, await work.session.get_one(Wish, 1)))

    await city.does_work(look)
    return [(each.name, each.reason) for each in found]


async def _slot(city: City, supplier_id: int, status: SlotStatus, **values: object) -> None:
    told = {"kind": SlotKind.INTERNSHIP, "trade": Trade.PAINTING, "places": 1, "area": "Norr", "details": {}}
    async with city.database.write() as session:
        session.add(
            Slot(
                supplier_id=supplier_id,
                reported_by=supplier_id,
                status=status,
                revision=1,
                reported_at=city.clock.now(),
                starts_on=TODAY,
                **(told | values),
            )
        )


async def test_what_is_known_of_suppliers_decides_whom_the_bot_would_ask(city: City) -> None:
    await turns_wishes_on(city)
    await has_wish(city)
    assert await likely(city) == [(PAINTERS, Reason(Why.IN_TRADE))]

    # The gardeners have offered painting, and once had somebody in it.
    await _slot(city, 2, SlotStatus.FILLED)
    assert await likely(city) == [("Påhittade Parker AB", Reason(Why.OFFERED)), (PAINTERS, Reason(Why.IN_TRADE))]
    placed = {"code": "BCDFGHJK", "slot_id": 1, "matcher_id": 3, "status": PlacementStatus.COMPLETED}
    async with city.database.write() as session:
        session.add(Placement(**placed, started_at=city.clock.now(), is_new_resident=True))
    assert (await likely(city))[0] == ("Påhittade Parker AB", Reason(Why.TAKEN, taken=1))

    # They would not again.
    verdicts = {EvaluationQuestion.AGAIN.value: Verdict.NO.value}
    now = city.clock.now()
    async with city.database.write() as session:
        session.add(Evaluation(placement_id=1, person_id=2, verdicts=verdicts, asked_at=now, said_at=now))
    assert await likely(city) == [(PAINTERS, Reason(Why.IN_TRADE))]

    # The painters' contract asks for what they have not offered yet; followed up outside the bot, it is no reason.
    await an_obligation(
        city, await a_contract(city, "2026/1"), ObligationKind.PLACES, slot_kind=SlotKind.INTERNSHIP, places=2
    )
    assert await likely(city) == [(PAINTERS, Reason(Why.PROMISED, contract="2026/1"))]
    async with city.database.write() as session:
        await session.execute(update(Obligation).values(status=ObligationStatus.FORMAL))
    assert await likely(city) == []
    async with city.database.write() as session:
        await session.execute(update(Obligation).values(status=ObligationStatus.WAIVED))
    assert await likely(city) == [(PAINTERS, Reason(Why.IN_TRADE))]

    # What they have offered waits for the city.
    await _slot(city, 1, SlotStatus.OPEN)
    assert await likely(city) == []
    async with city.database.write() as session:
        await session.execute(update(Slot).values(status=SlotStatus.WITHDRAWN))
    assert await likely(city) == [(PAINTERS, Reason(Why.IN_TRADE))]

    # Nobody of theirs is here, until somebody comes who is.
    async with city.database.write() as session:
        session.add(Absence(person_id=1, until_on=date(2026, 12, 24)))
    assert await likely(city) == []
    await city.person("Moa Lund", Role.SUPPLIER, company=PAINTERS)
    assert await likely(city) == [(PAINTERS, Reason(Why.IN_TRADE))]
