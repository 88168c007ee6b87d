"""Only who holds the deliverer's lease takes anything up; whoever takes it over sees all that was taken up."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import select, update

from storage import delivery, lease
from storage.database import Database
from storage.lease import Lease, ProcessRole
from storage.outbox import Lane, OutboxRow, OutboxState
from tests.empty_database import on_postgresql
from tests.storage.rows import delivers, queue, taken_up

SOON = 0.3
"""Seconds after which what has not happened is believed to wait."""


async def take(database: Database) -> int | None:
    """Become the deliverer, as when the lease of the one before is over."""
    async with database.write() as session:
        return await lease.take(session, ProcessRole.DELIVERER, holder="next", hold_for=60, is_alone=True)


async def state(database: Database) -> OutboxState | None:
    async with database.read() as session:
        return await session.scalar(select(OutboxRow.state))


@pytest.mark.parametrize(
    "lost", [{"token": 2}, {"held_until": 1.0}, {"holder": None}], ids=["taken over", "over", "given up"]
)
async def test_who_has_lost_the_lease_takes_nothing_up_and_nothing_back(
    database: Database, lost: dict[str, object]
) -> None:
    async with database.write() as session:
        await queue(session, "queued")
        left: dict[str, Any] = {"state": OutboxState.SENDING, "fencing_token": 0, "lease_until": 1.0}
        await queue(session, "left behind", chat=8, **left)
        await queue(session, "broadcast", chat=9, lane=Lane.BROADCAST, **left)
        await delivers(session, 1)
        await session.execute(update(Lease).where(Lease.name == ProcessRole.DELIVERER.value).values(**lost))
        assert await taken_up(session, turn=1) == []
        assert await delivery.take_back(session, fencing_token=1) == 0
    async with database.read() as session:
        states = dict((await session.execute(select(OutboxRow.dedup_key, OutboxRow.state))).all())
    assert states == {
        "queued": OutboxState.QUEUED,
        "left behind": OutboxState.SENDING,
        "broadcast": OutboxState.SENDING,
    }


async def test_another_role_of_the_same_turn_is_no_leave_to_deliver(database: Database) -> None:
    async with database.write() as session:
        await queue(session, "queued")
        held = {"holder": "somebody", "token": 1, "held_until": 1e12}
        await session.execute(update(Lease).where(Lease.name != ProcessRole.DELIVERER.value).values(**held))
        assert await taken_up(session, turn=1) == []


@on_postgresql
async def test_whoever_takes_over_waits_until_all_is_seen_that_was_taken_up(database: Database) -> None:
    async with database.write() as session:
        await queue(session, "queued")
        await delivers(session, 1)
    async with database.write() as session:
        assert len(await taken_up(session, turn=1)) == 1
        taking = asyncio.create_task(take(database))
        done, _ = await asyncio.wait({taking}, timeout=SOON)
        assert not done
    assert await taking == 2
    async with database.write() as session:
        assert await delivery.take_back(session, fencing_token=2) == 1


@on_postgresql
async def test_who_comes_while_another_takes_over_waits_and_takes_nothing_up(database: Database) -> None:
    async def claimed() -> Sequence[OutboxRow]:
        async with database.write() as session:
            return await taken_up(session, turn=1)

    async with database.write() as session:
        await queue(session, "queued")
        await delivers(session, 1)
    async with database.write() as session:
        assert await lease.take(session, ProcessRole.DELIVERER, holder="next", hold_for=60, is_alone=True) == 2
        claiming = asyncio.create_task(claimed())
        done, _ = await asyncio.wait({claiming}, timeout=SOON)
        assert not done
    assert await claiming == []
    assert await state(database) is OutboxState.QUEUED
