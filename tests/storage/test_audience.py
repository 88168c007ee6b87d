"""Who gets a broadcast, asked in one question, is who fits where each supplier is looked at by itself."""

import random
from typing import Any

from sqlalchemy import text, update

from domain.audience import Audience, Given, audience_of
from domain.language import Language
from domain.role import Role
from domain.slot import SlotKind, Trade
from storage.broadcasts import audience
from storage.broadcasts.audience import Reach
from storage.database import Database
from storage.people.person import Person
from storage.people.supplier import Supplier
from storage.slots.area import Area
from storage.slots.slot import Slot
from tests.storage import random_history, recounted
from tests.storage.random_history import FIRMS
from tests.storage.recounted import Tables
from tests.storage.rows import NOW

AREAS = {1: "Centrum", 2: "Norr"}
AUDIENCES = 10


async def people_and_places(database: Database, chance: random.Random) -> None:
    """Each firm has a trade, an area and four contacts; some have left, can't be reached, or want none."""
    async with database.write() as session:
        session.add_all(Area(id=number, name=name, added_at=NOW) for number, name in AREAS.items())
        await session.flush()
        for firm in range(1, FIRMS + 1):
            where = {"trade": chance.choice([Trade.PAINTING, None]), "area": chance.choice([*AREAS.values(), None])}
            await session.execute(update(Supplier).where(Supplier.id == firm).values(**where))
            session.add_all(_contact(firm, number, chance) for number in range(4))
        for slot_id in range(1, 21, 3):
            some = update(Slot).where(Slot.id == slot_id)
            await session.execute(some.values(area_id=chance.choice([1, 2])))


def _contact(firm: int, number: int, chance: random.Random) -> Person:
    def now_and_then() -> Any:
        return NOW if chance.random() < 0.25 else None

    return Person(
        id=100 + firm * 10 + number,
        telegram_id=9_000 + firm * 10 + number,
        name=f"Kontakt {number}",
        role=Role.SUPPLIER,
        supplier_id=firm,
        language=Language.SWEDISH,
        joined_at=NOW,
        ended_at=now_and_then(),
        unreachable_at=now_and_then(),
        broadcasts_off_at=now_and_then(),
    )


def _some(chance: random.Random) -> Audience:
    def any_of(values: Any) -> tuple[Any, ...]:
        return tuple(each for each in values if chance.random() < 0.4) if chance.random() < 0.4 else ()

    return Audience(
        trades=any_of(Trade),
        kinds=any_of(SlotKind),
        areas=any_of(AREAS),
        contracts=any_of([1, 999]),
        given=chance.choice([None, None, *Given]),
    )


def _gave(tables: Tables, firm: int) -> set[str]:
    """The kinds of which it has given something."""
    slots = [slot for slot in tables.slots if slot["supplier_id"] == firm]
    begun = [slot for slot in slots if any(each["status"] in recounted.BEGUN for each in tables.of_slot(slot["id"]))]
    held = [slot for slot in slots if slot["held_at"] is not None]
    earlier = [row for row in tables.earlier if row["supplier_id"] == firm and row["corrected_by"] is None]
    return {row["kind"] for row in [*begun, *held, *(row for row in earlier if row["number"] != 0)]}


def _fits(tables: Tables, firm: dict[str, Any], to: Audience) -> bool:
    slots, gave = [slot for slot in tables.slots if slot["supplier_id"] == firm["id"]], _gave(tables, firm["id"])
    named = {AREAS[number] for number in to.areas}
    return all(
        [
            not to.trades or {firm["trade"], *(slot["trade"] for slot in slots)} & {*to.trades},
            not to.kinds or gave & {*to.kinds},
            not to.areas or firm["area"] in named or {slot["area_id"] for slot in slots} & {*to.areas},
            not to.contracts or (firm["id"] == 1 and 1 in to.contracts),
            to.given is None or bool(gave) is (to.given is Given.YES),
        ]
    )


async def _rows(database: Database, table: str) -> list[dict[str, Any]]:
    async with database.read() as session:
        return [dict(row) for row in (await session.execute(text(f"SELECT * FROM {table} ORDER BY id"))).mappings()]


async def test_who_gets_it_is_who_fits_and_wants_it(database: Database) -> None:
    chance = random.Random(16)  # noqa: S311  a made-up city is no secret
    await random_history.make(database, 16, slots=20)
    await people_and_places(database, chance)
    tables, firms = await recounted.read(database), await _rows(database, "supplier")
    contacts = [row for row in await _rows(database, "person") if row["role"] == "supplier" and row["ended_at"] is None]
    for to in (Audience(), *(_some(chance) for _ in range(AUDIENCES))):
        fit = {firm["id"] for firm in firms if _fits(tables, firm, to)}
        meant = [row for row in contacts if row["supplier_id"] in fit]
        wanting = [row for row in meant if row["broadcasts_off_at"] is None]
        in_reach = [row["id"] for row in wanting if row["unreachable_at"] is None]
        async with database.read() as session:
            told = await audience.reach(session, audience_of(to.chosen()))
            first = await audience.after(session, to, 0, at_most=2, joined_by=NOW)
            behind = in_reach[1] if len(in_reach) > 1 else 0
            rest = await audience.after(session, to, behind, at_most=99, joined_by=NOW)
        assert told == Reach(len(in_reach), len(meant) - len(wanting), len(wanting) - len(in_reach)), to
        assert [each.id for each in first] == in_reach[:2]
        assert [each.id for each in rest] == (in_reach[2:] if behind else in_reach)
