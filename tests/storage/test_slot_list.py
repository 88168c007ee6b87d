"""A list in sections reads as one: nothing is left out between two pages, or told twice."""

from typing import Any

import pytest
from sqlalchemy import insert, select

from domain.actor import Actor
from domain.offer_step import OfferStep
from domain.placement import PlacementStatus
from domain.role import Role
from domain.slot import SlotKind, SlotStatus, Trade
from domain.slot_filter import SlotFilter
from storage.database import Database
from storage.looking_back import LOOKED_AT, MOST_COUNTED
from storage.placements.placement import Placement
from storage.slots import slot_list
from storage.slots.slot import Slot
from tests.storage.rows import NOW, add_people

EVERYTHING = SlotFilter()
MATCHER = Actor(person_id=2, role=Role.MATCHER, supplier_id=None, is_active=True)
COORDINATOR = Actor(person_id=9, role=Role.COORDINATOR, supplier_id=None, is_active=True)
TURNS = (SlotStatus.OPEN, SlotStatus.RESERVED, SlotStatus.FILLED, SlotStatus.WITHDRAWN)


async def add_slots(database: Database, many: int) -> None:
    """One of each status in turn, from the oldest on; every third that somebody has is another matcher's."""
    rows: list[dict[str, Any]] = [
        {
            "id": number,
            "supplier_id": 1,
            "reported_by": 1,
            "kind": SlotKind.INTERNSHIP if number > 1 else SlotKind.LECTURE,
            "trade": Trade.PAINTING if number > 1 else Trade.OFFICE,
            "places": 1,
            "area": "Centrum" if number > 1 else "Råå",
            "details": {},
            "starts_on": NOW.date(),
            "status": TURNS[number % len(TURNS)],
            "revision": 1,
            "reported_at": NOW,
            "claimed_by": None if TURNS[number % len(TURNS)] is SlotStatus.OPEN else 3 if number % 3 == 0 else 2,
        }
        for number in range(1, many + 1)
    ]
    async with database.write() as session:
        await session.execute(insert(Slot), rows)


@pytest.mark.parametrize("size", [1, 6, 7])
async def test_page_by_page_a_matcher_sees_the_open_ones_and_then_their_own_each_once(
    database: Database, size: int
) -> None:
    await add_people(database, matchers=2)
    await add_slots(database, 40)
    open_ones = [number for number in range(40, 0, -1) if TURNS[number % 4] is SlotStatus.OPEN]
    has = {SlotStatus.RESERVED, SlotStatus.FILLED}
    own = [number for number in range(40, 0, -1) if TURNS[number % 4] in has and number % 3]
    found: list[int] = []
    async with database.read() as session:
        total = await slot_list.count(session, MATCHER, EVERYTHING, skip=0)
        for skip in range(0, total + size, size):
            found += [each.id for each in await slot_list.part(session, MATCHER, EVERYTHING, skip=skip, at_most=size)]
    assert found == open_ones + own
    assert total == len(found)


async def test_what_a_matcher_was_asked_about_stands_first_and_once(database: Database) -> None:
    await add_people(database, matchers=2)
    await add_slots(database, 12)
    async with database.write() as session:
        asked, open_one, *_others, without_reason = sorted(
            (each for each in await session.scalars(select(Slot)) if each.id in {1, 4, 5, 8}), key=lambda each: each.id
        )
        asked.asked, asked.claimed_by = OfferStep.HOLDER, MATCHER.person_id
        without_reason.status, without_reason.asked = SlotStatus.EXPIRED, OfferStep.REASON
        without_reason.claimed_by = MATCHER.person_id
    async with database.read() as session:
        found = [each.id for each in await slot_list.part(session, MATCHER, EVERYTHING, skip=0, at_most=12)]
    assert found[:3] == [without_reason.id, asked.id, 12]
    assert len(found) == len(set(found))
    assert open_one.id in found


async def test_where_it_is_the_matchers_to_go_on_with_somebody_stands_first_and_once(database: Database) -> None:
    await add_people(database, matchers=2)
    await add_slots(database, 12)
    statuses = {1: PlacementStatus.INTERESTED, 5: PlacementStatus.PROPOSED, 2: PlacementStatus.ENDING}
    async with database.write() as session:
        session.add_all(
            Placement(
                code=f"CODE{slot_id}",
                slot_id=slot_id,
                status=status,
                matcher_id=MATCHER.person_id,
                is_end_suppliers_word=status is PlacementStatus.ENDING,
            )
            for slot_id, status in statuses.items()
        )
    async with database.read() as session:
        found = [each.id for each in await slot_list.part(session, MATCHER, EVERYTHING, skip=0, at_most=12)]
    assert found[:3] == [2, 1, 12], "a proposal waits for the supplier"
    assert len(found) == len(set(found))


async def test_a_long_list_is_counted_so_far_from_where_somebody_is_and_no_further(database: Database) -> None:
    await add_people(database, matchers=2)
    await add_slots(database, 2 * MOST_COUNTED)
    async with database.read() as session:
        first, later, last = [
            await slot_list.count(session, COORDINATOR, EVERYTHING, skip=skip)
            for skip in (0, MOST_COUNTED - 6, 2 * MOST_COUNTED - 6)
        ]
    assert (first, later, last) == (MOST_COUNTED, 2 * MOST_COUNTED - 6, 2 * MOST_COUNTED)


async def test_what_can_be_narrowed_down_to_is_what_occurs_among_the_latest(database: Database) -> None:
    await add_people(database, matchers=2)
    await add_slots(database, LOOKED_AT)
    async with database.read() as session:
        assert await slot_list.kinds(session, COORDINATOR, EVERYTHING) == [SlotKind.INTERNSHIP, SlotKind.LECTURE]
        assert await slot_list.trades(session, COORDINATOR, EVERYTHING) == [Trade.PAINTING, Trade.OFFICE]
        assert [area for _, area in await slot_list.areas(session, COORDINATOR, EVERYTHING)] == ["Centrum", "Råå"]
        assert [area for _, area in await slot_list.every_area(session, COORDINATOR)] == ["Centrum", "Råå"]
