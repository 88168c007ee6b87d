"""Of many at once, one wins: each with a connection of its own, as separate processes have."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from domain.invitation import hashed
from domain.role import Role
from domain.slot import Offer, SlotKind, SlotStatus, Trade
from storage.database import Database
from storage.people import invitation, person
from storage.people.invitation import Invitation
from storage.slots import slot_life
from storage.slots.slot import Slot
from tests.storage.rows import NOW, add_people, add_slot

CLAIMANTS = 8


async def at_once(url: str, claim: Callable[[AsyncSession, int], Awaitable[bool]]) -> int:
    """Let everyone claim at the same moment; how many won."""
    databases = [Database(url) for _ in range(CLAIMANTS)]
    begin = asyncio.Barrier(CLAIMANTS)

    async def one(number: int, database: Database) -> bool:
        await begin.wait()
        async with database.write() as session:
            return await claim(session, number)

    try:
        won = await asyncio.gather(*(one(number, database) for number, database in enumerate(databases)))
    finally:
        for database in databases:
            await database.close()
    return sum(won)


async def test_of_8_claims_of_one_slot_one_wins(database: Database) -> None:
    await add_people(database, matchers=CLAIMANTS)
    slot_id = await add_slot(database)
    url = database.url.render_as_string(hide_password=False)
    assert (
        await at_once(
            url, lambda s, n: slot_life.claim(s, slot_id, matcher_id=n + 2, now=NOW, today=NOW.date(), next_at=None)
        )
        == 1
    )
    async with database.read() as session:
        claimed = await session.get_one(Slot, slot_id)
    assert (claimed.status, claimed.revision) == (SlotStatus.RESERVED, 2)


async def test_of_8_redemptions_of_one_invitation_one_wins(database: Database) -> None:
    async with database.write() as session:
        made = Invitation(code_hash=hashed("x"), name="A", role=Role.MATCHER, created_at=NOW, expires_at=NOW.max)
        made.expires_at = NOW.replace(year=2027)
        session.add(made)

    async def redeem(session: AsyncSession, _number: int) -> bool:
        return await invitation.redeem(session, hashed("x"), now=NOW) is not None

    assert await at_once(database.url.render_as_string(hide_password=False), redeem) == 1


async def test_of_7_claims_and_a_withdrawal_of_what_was_read_as_open_one_wins(database: Database) -> None:
    await add_people(database, matchers=CLAIMANTS)
    slot_id = await add_slot(database)

    async def claim_or_withdraw(session: AsyncSession, number: int) -> bool:
        if number == CLAIMANTS - 1:
            return await slot_life.withdraw(session, slot_id, reason="unable", revision=1)
        return await slot_life.claim(session, slot_id, matcher_id=number + 2, now=NOW, today=NOW.date(), next_at=None)

    assert await at_once(database.url.render_as_string(hide_password=False), claim_or_withdraw) == 1
    async with database.read() as session:
        decided = await session.get_one(Slot, slot_id)
    assert (decided.status is SlotStatus.RESERVED) is (decided.claimed_by is not None)
    assert decided.revision == 2


async def test_of_8_changes_of_the_same_revision_one_wins(database: Database) -> None:
    await add_people(database)
    slot_id = await add_slot(database)

    async def change(session: AsyncSession, number: int) -> bool:
        offer = Offer(SlotKind.INTERNSHIP, Trade.PAINTING, number + 1, "Centrum", date(2026, 11, 30))
        return await slot_life.change(session, slot_id, offer, revision=1, next_at=None)

    assert await at_once(database.url.render_as_string(hide_password=False), change) == 1


async def test_of_8_releases_by_who_has_it_one_counts_and_none_by_others(database: Database) -> None:
    await add_people(database, matchers=2)
    slot_id = await add_slot(database)
    async with database.write() as session:
        await slot_life.claim(session, slot_id, matcher_id=2, now=NOW, today=NOW.date(), next_at=None)
    url = database.url.render_as_string(hide_password=False)
    assert await at_once(url, lambda s, _n: slot_life.release(s, slot_id, matcher_id=3, next_at=NOW)) == 0
    assert await at_once(url, lambda s, _n: slot_life.release(s, slot_id, matcher_id=2, next_at=NOW)) == 1


async def test_of_undoing_and_using_an_invitation_at_once_one_wins(database: Database) -> None:
    expires_at = NOW.replace(year=2027)
    async with database.write() as session:
        session.add(
            Invitation(id=1, code_hash=hashed("x"), name="A", role=Role.MATCHER, created_at=NOW, expires_at=expires_at)
        )

    async def undo_or_redeem(session: AsyncSession, number: int) -> bool:
        if number % 2:
            return await invitation.undo(session, 1, now=NOW)
        return await invitation.redeem(session, hashed("x"), now=NOW) is not None

    assert await at_once(database.url.render_as_string(hide_password=False), undo_or_redeem) == 1
    async with database.read() as session:
        settled = await session.get_one(Invitation, 1)
    assert (settled.redeemed_at is None) != (settled.undone_at is None)


async def test_of_8_who_end_somebodys_access_one_does(database: Database) -> None:
    await add_people(database)
    url = database.url.render_as_string(hide_password=False)
    assert await at_once(url, lambda session, _number: person.end_access(session, 2, now=NOW)) == 1
