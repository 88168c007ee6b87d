"""What companies are told to have given, and who may be named for it, is what a recount of every row comes to."""

import random
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from domain.naming import Naming
from domain.slot import SlotKind, Trade
from domain.way import ByTrade, Gave
from storage.contributing import given
from storage.council import naming
from storage.database import Database
from storage.people import supplier
from tests.each import each
from tests.empty_database import on_sqlite
from tests.storage import random_history, recounted
from tests.storage.plans import explained
from tests.storage.random_history import EMPTY, FIRMS, YEAR, ZONE
from tests.storage.recounted import Tables

NOW = datetime(2026, 11, 23, 7, tzinfo=UTC)
KINDS = (frozenset(SlotKind), frozenset({SlotKind.LECTURE, SlotKind.STUDY_VISIT}), frozenset({SlotKind.MENTOR}))

Things = list[tuple[SlotKind, int, Trade | None, int]]
"""Kind, supplier, trade, and how much."""


def things_given(tables: Tables, year: int, kinds: Collection[SlotKind]) -> Things:
    """One by one."""
    slots = [tables.slot_of(start) for start in recounted.starts(tables, year)]
    slots = [slot for slot in slots if slot["kind"] not in recounted.HELD] + recounted.held(tables, year)
    ours: Things = [(SlotKind(slot["kind"]), slot["supplier_id"], Trade(slot["trade"]), 1) for slot in slots]
    entered = recounted.entered(tables, year)
    ours += [(SlotKind(row["kind"]), row["supplier_id"], None, row["number"] or 0) for row in entered]
    return [thing for thing in ours if thing[0] in kinds]


def added_up(things: Things) -> Mapping[SlotKind, ByTrade]:
    found: dict[SlotKind, dict[Trade | None, Gave]] = {}
    for kind, trade in {(kind, trade) for kind, _, trade, _ in things} | {(kind, None) for kind, *_ in things}:
        its = [thing for thing in things if thing[0] is kind and trade in {None, thing[2]}]
        gave = Gave(len({supplier_id for _, supplier_id, *_ in its}), sum(number for *_, number in its))
        found.setdefault(kind, {})[trade] = gave
    return found


async def say_at_random(database: Database, chance: random.Random) -> set[int]:
    """Each supplier says some things of whether it may be named; those that may in the end."""
    may_be_named: set[int] = set()
    async with database.write() as session:
        for number in range(1, FIRMS + 1):
            said = [chance.choice([*Naming]) for _ in range(chance.choice([0, 1, 2, 3]))]
            for each_said in said:
                await naming.answer(session, number, each_said, by=1, now=NOW)
            await naming.ask(session, number, asked_by=1, now=NOW)
            if said and said[-1] is not Naming.NOT:
                may_be_named.add(number)
    return may_be_named


@pytest.mark.parametrize("seed", range(3))
async def test_what_was_given_and_by_whom_is_what_a_recount_of_every_row_comes_to(
    database: Database, seed: int, subtests: pytest.Subtests
) -> None:
    await random_history.make(database, seed)
    may_be_named = await say_at_random(database, random.Random(seed))  # noqa: S311  nothing secret
    tables = await recounted.read(database)
    async with database.read() as session:
        called = await supplier.names(session, may_be_named)
        for year in (EMPTY, YEAR - 1, YEAR):
            for kinds in KINDS:
                things = things_given(tables, year, kinds)
                with each(subtests, f"{year}, {sorted(kinds)}: how much, and by how many"):
                    assert await given.by_kind(session, year, kinds, zone=ZONE) == added_up(things)
                for trade in (None, Trade.PAINTING):
                    told = {kind: trade for kind, *_ in things}
                    names = await given.named(session, year, told, zone=ZONE) if told else {}
                    with each(subtests, f"{year}, {sorted(kinds)}, {trade}: who may be named"):
                        assert {kind: sorted(found) for kind, found in names.items()} == {
                            kind: sorted(its) for kind in told if (its := _givers(things, kind, trade, called))
                        }


def _givers(things: Things, kind: SlotKind, trade: Trade | None, called: Mapping[int, str]) -> set[str]:
    its = [thing for thing in things if thing[0] is kind and trade in {None, thing[2]}]
    return {called[supplier_id] for _, supplier_id, *_ in its if supplier_id in called}


@on_sqlite
async def test_a_year_is_told_from_its_own_rows_however_many_years_there_are(database: Database) -> None:
    async def ask(session: AsyncSession) -> None:
        await given.by_kind(session, YEAR, frozenset(SlotKind), zone=ZONE)
        await given.named(session, YEAR, dict.fromkeys(SlotKind, Trade.PAINTING), zone=ZONE)

    async with database.read() as session:
        plan = await explained(session, ask)
    of_all_years = ("SCAN slot", "SCAN placement", "SCAN naming_question", "ix_slot_kind", "ix_slot_trade")
    assert not [each for each in of_all_years if each in plan], plan
    assert plan.count("ix_slot_held") == 2, plan
