"""What came of a tryout is what a recount of every row comes to, over years made up at random."""

import random
from datetime import date, datetime, timedelta

import pytest

from domain.tryout import Came, Days
from storage.database import Database
from storage.tryouts import choosable
from storage.tryouts.came_of_it import came_of_it
from tests.contracts import add_contract
from tests.each import each
from tests.empty_database import on_sqlite
from tests.storage import random_history, recounted
from tests.storage.random_history import FIRMS, ZONE
from tests.storage.recounted import BEGUN, Row, Tables
from tests.storage.rows import NOW

Contracts = list[tuple[int, date, date | None]]


@on_sqlite
async def test_what_came_from_each_side_is_what_a_recount_comes_to(
    database: Database, subtests: pytest.Subtests
) -> None:
    await random_history.make(database, 16, slots=60)
    chance = random.Random(16)  # noqa: S311  a made-up city is no secret
    contracts = await add_contracts(database, chance)
    tables = await recounted.read(database)
    instants = [slot["reported_at"] for slot in tables.slots]
    seen = 0
    async with database.read() as session:
        for turn in range(16):
            first = chance.choice(instants).date() - timedelta(days=chance.choice((0, 0, 1, 28)))
            days = Days(first, first + timedelta(days=chance.choice((0, 27, 83))))
            tried = set(chance.sample(range(1, FIRMS + 1), chance.randint(1, FIRMS)))
            found = await came_of_it(session, tried, days, zone=ZONE)
            others = running(contracts, days.first) - tried
            with each(subtests, f"{turn}: {tried} on {days}"):
                assert await choosable.with_contract(session, on=days.first) == running(contracts, days.first)
                assert found.tried == recount(tables, tried, days)
                assert found.others == recount(tables, others, days)
                assert found.before == recount(tables, running(contracts, days.before.first) & tried, days.before)
            seen += found.tried.offers + found.others.offers + found.before.offers
    assert seen > 0


async def add_contracts(database: Database, chance: random.Random) -> Contracts:
    """Some that run, some that are over, some without an end; one is there already."""
    made: Contracts = [(1, date(2026, 10, 1), None)]
    async with database.write() as session:
        for number in range(2, 7):
            starts = date(2024, 11, 1) + timedelta(days=chance.randint(0, 600))
            ends = chance.choice([None, starts + timedelta(days=chance.randint(30, 500))])
            firm = chance.randint(1, FIRMS)
            await add_contract(session, firm, f"KS 2025/{number}", at=NOW, starts_on=starts, ends_on=ends)
            made.append((firm, starts, ends))
    return made


def running(contracts: Contracts, on: date) -> set[int]:
    return {firm for firm, starts, ends in contracts if starts <= on and (ends is None or on <= ends)}


def recount(tables: Tables, firms: set[int], days: Days) -> Came:
    since = datetime.combine(days.first, datetime.min.time(), tzinfo=ZONE)
    until = datetime.combine(days.last + timedelta(days=1), datetime.min.time(), tzinfo=ZONE)
    theirs = [slot for slot in tables.slots if slot["supplier_id"] in firms and since <= slot["reported_at"] < until]
    offers = [slot for slot in theirs if slot["reported_by"] is not None and stands(tables, slot)]
    return Came(
        suppliers=len(firms),
        offering=len({slot["supplier_id"] for slot in offers}),
        offers=len(offers),
        begun=sum(begun_in(tables, slot) for slot in offers),
    )


def stands(tables: Tables, slot: Row) -> bool:
    """What was taken back counts where somebody had begun."""
    has_begun = any(each["status"] in ("started", *BEGUN) for each in tables.of_slot(slot["id"]))
    return slot["status"] != "withdrawn" or has_begun


def begun_in(tables: Tables, slot: Row) -> int:
    confirmed = [each for each in tables.of_slot(slot["id"]) if each["status"] in BEGUN]
    return min(int(slot["places"]), len(confirmed))
