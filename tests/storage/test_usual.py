"""What is usual for a supplier is asked in one statement: its contracts and areas in order, and nobody else's."""

from datetime import date, timedelta

from sqlalchemy import insert, update

from domain.contract import Clause
from domain.slot import Offer, SlotKind, Trade
from storage.contracts.contract import Contract
from storage.database import Database
from storage.people import supplier
from storage.procurements.procurement import Procurement
from storage.slots import slot, usual
from storage.slots.slot import Slot
from storage.slots.usual import OfferedLast, Usual
from tests.storage.rows import NOW, add_people

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
CONTRACTS = (
    (1, 1, TODAY - 9 * DAY, None),
    (2, 1, TODAY - 99 * DAY, TODAY),
    (3, 1, TODAY - 999 * DAY, TODAY - DAY),
    (4, 2, TODAY - 9 * DAY, None),
    (5, 1, TODAY - 9 * DAY, TODAY + DAY),
)
"""Each contract's id, its supplier, and its first and last day."""

OFFERED = (("Söder", 1), ("Centrum", 1), ("Öster", 1), ("Söder", 1), ("Hemma", 2), ("Centrum", 1), ("Väster", 1))
"""Where which supplier has offered something, one after the other; in the last what was filled before Steget."""

DETAILS = {"tasks": "Måla staket"}


async def test_what_runs_and_what_was_offered_is_known_in_order(database: Database) -> None:
    await add_people(database)
    async with database.write() as session:
        await supplier.found_or_created(session, "Påhittade Parker AB", now=NOW, trade=Trade.GROUNDS)
        numbers = [{"id": id_, "registry_number": f"UH-{id_}", "title": "", "created_at": NOW} for id_, *_ in CONTRACTS]
        await session.execute(insert(Procurement), numbers)
        await session.execute(insert(Contract), [_contract(*each) for each in CONTRACTS])
        for area, supplier_id in OFFERED:
            await slot.report(session, _offer(area), supplier_id=supplier_id, reported_by=1, now=NOW, next_at=NOW)
        await session.execute(update(Slot).where(Slot.area == OFFERED[-1][0]).values(reported_by=None))
    async with database.read() as session:
        known = await usual.of_supplier(session, 1, on=TODAY, areas=3)
    assert known.contracts == ((2, "UH-2 Måla"), (1, "UH-1 Måla"), (5, "UH-5 Måla"))
    assert known.areas == ("Väster", "Centrum", "Söder")
    assert known.last == OfferedLast(SlotKind.INTERNSHIP, Trade.PAINTING, 2, "Centrum", None, DETAILS)


async def test_a_supplier_of_whom_nothing_is_there_has_nothing_usual(database: Database) -> None:
    async with database.write() as session:
        await supplier.found_or_created(session, "Påhittade Parker AB", now=NOW, trade=Trade.GROUNDS)
        known = await usual.of_supplier(session, 1, on=TODAY, areas=3)
    assert known == Usual(Trade.GROUNDS, None, (), ())


def _contract(id_: int, supplier_id: int, first: date, last: date | None) -> dict[str, object]:
    days = {"starts_on": first, "ends_on": last}
    of = {"id": id_, "supplier_id": supplier_id, "procurement_id": id_, "title": "Måla", "created_at": NOW}
    return {**of, **days, "clause": next(iter(Clause))}


def _offer(area: str) -> Offer:
    return Offer(SlotKind.INTERNSHIP, Trade.PAINTING, 2, area, TODAY, None, details=DETAILS)
