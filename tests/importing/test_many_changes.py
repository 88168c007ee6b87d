"""A file that changes many contracts: in a few statements however many they are, each guarded and told of as ever."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import Engine, event, select

from domain.obligation import ObligationStatus
from domain.obligation_life import ObligationEvent
from handlers.obligations import settling
from storage.database import Database
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from tests.city import City
from tests.conversations.unmet import TOP, asked, unmet
from tests.importing.sheets import row
from tests.importing.taking_in import looks, takes_in
from tests.obligations import obligation


@contextmanager
def counted() -> Iterator[list[str]]:
    """What is executed meanwhile, but for the lines of the ledger."""
    executed: list[str] = []

    def count(_connection: object, _cursor: object, words: str, *_: object) -> None:
        if not words.startswith("INSERT INTO ledger ("):
            executed.append(words)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield executed
    finally:
        event.remove(Engine, "before_cursor_execute", count)


async def statements_for_new(database: Database, contracts: int) -> int:
    """How many it takes to take so many in, of whose obligations some were before today."""
    with counted() as executed:
        await takes_in(database, *(row(f"{contracts}-{n}", starts_on="2026-01-01") for n in range(contracts)))
    return len(executed)


async def statements_for_other_days(database: Database, contracts: int) -> int:
    """How many it takes to give so many contracts another start and end."""
    later = [row(f"{contracts}-{n}", starts_on="2027-01-15", ends_on="2028-06-30") for n in range(contracts)]
    assert len((await looks(database, *later)).comparison.changed) == contracts
    with counted() as executed:
        await takes_in(database, *later)
    return len(executed)


async def test_many_contracts_take_no_more_statements_than_a_few(database: Database) -> None:
    for statements_for in (statements_for_new, statements_for_other_days):
        few = await statements_for(database, 4)
        assert await statements_for(database, 40) <= few + 4


async def test_each_follows_as_far_as_its_status_allows(database: Database) -> None:
    await takes_in(database, row())
    async with database.write() as session:
        first, second = (await session.scalars(select(Obligation).order_by(Obligation.due_on).limit(2))).all()
        first.status = ObligationStatus.FULFILLED
        ids = {each.id: {"due_on": each.due_on + timedelta(days=7)} for each in (first, second)}
    async with database.write() as session:
        assert await obligations.let_happen_to_each(session, ObligationEvent.MOVE, ids) == {second.id}
        assert await obligations.let_happen_to_each(session, ObligationEvent.RESTORE, ids) == set()
    async with database.read() as session:
        found = {each.id: each for each in await obligations.with_ids(session, list(ids))}
    assert (found[first.id].due_on, found[first.id].revision) == (first.due_on, 1)
    assert (found[second.id].due_on, found[second.id].revision) == (ids[second.id]["due_on"], 2)
    assert found[first.id].status is ObligationStatus.FULFILLED


async def test_what_was_asked_about_something_that_is_dropped_says_so(city: City) -> None:
    plan = await unmet(city)
    await city.until(TOP)
    (question,) = asked(city.coordinator)
    assert question.buttons
    dropped = settling.dropped(await obligation(city, plan))
    await city.does_work(lambda work: settling.let_each_happen(work, [dropped]))
    assert (await obligation(city, plan)).status is ObligationStatus.DROPPED
    assert asked(city.coordinator) == []
    assert city.coordinator.buttons == []
