"""Nothing begins to be sent once the lease is over, by a clock that runs on while the machine sleeps."""

import asyncio
from collections.abc import Callable

import pytest
from sqlalchemy import update

from bot import enduring_clock
from storage import figures
from storage.outbox import OutboxRow, OutboxState
from tests.city import City
from tests.delivery.middle_of_round import in_the_middle
from tests.delivery.outside import PATIENCE, arrivals, queue, row, until_state, with_long_leases

PAST_THE_ROLES_LEASE, PAST_THE_ROWS_LEASE = 20.0, 700.0
FallAsleep = Callable[[float], None]


@pytest.fixture
def sleep_for(monkeypatch: pytest.MonkeyPatch) -> FallAsleep:
    """The machine sleeps: the seconds go by, and no program sees them go."""
    slept, awake_for = [0.0], enduring_clock.seconds
    monkeypatch.setattr(enduring_clock, "seconds", lambda: awake_for() + sum(slept))
    return slept.append


async def test_what_was_taken_up_and_not_begun_goes_once_when_the_lease_is_had_again(
    city: City, monkeypatch: pytest.MonkeyPatch, sleep_for: FallAsleep
) -> None:
    await with_long_leases(city)
    async with in_the_middle(monkeypatch) as has_come:
        await queue(city, city.maleri, "taken up")
        await has_come.wait()
        sleep_for(PAST_THE_ROLES_LEASE)
    async with asyncio.timeout(PATIENCE):
        while (await row(city, "taken up")).fencing_token is None:
            await asyncio.sleep(0.01)
    left = await until_state(city, "taken up", OutboxState.QUEUED)
    assert left.attempts == 0
    assert arrivals(city.maleri, "taken up") == 0
    sent = await until_state(city, "taken up", OutboxState.SENT)
    assert (sent.attempts, sent.possible_copies, arrivals(city.maleri, "taken up")) == (1, 0, 1)


async def test_where_the_rows_own_lease_is_over_it_is_left_to_whoever_takes_it_back(
    city: City, monkeypatch: pytest.MonkeyPatch, sleep_for: FallAsleep
) -> None:
    await with_long_leases(city)
    async with in_the_middle(monkeypatch) as has_come:
        await queue(city, city.maleri, "taken up")
        await has_come.wait()
        sleep_for(PAST_THE_ROWS_LEASE)
    await queue(city, city.park, "later")
    await until_state(city, "later", OutboxState.SENT)
    assert (await row(city, "taken up")).state is OutboxState.SENDING
    assert arrivals(city.maleri, "taken up") == 0
    async with city.database.write() as session:
        await session.execute(update(OutboxRow).where(OutboxRow.dedup_key == "taken up").values(lease_until=1.0))
    city.program.deliverer.wake()
    await until_state(city, "taken up", OutboxState.SENT)
    assert arrivals(city.maleri, "taken up") == 1
    assert await city.asks(figures.possibly_doubled) == 1


async def test_nothing_is_taken_up_until_the_lease_is_had_again(city: City, sleep_for: FallAsleep) -> None:
    await city.maleri.says("/hjalp")
    sleep_for(PAST_THE_ROLES_LEASE)
    await queue(city, city.maleri, "waits")
    await asyncio.sleep(0.2)
    assert (await row(city, "waits")).fencing_token is None
    async with asyncio.timeout(PATIENCE):
        await until_state(city, "waits", OutboxState.SENT)
    assert (await row(city, "waits")).attempts == 1
