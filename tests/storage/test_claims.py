"""Of many at once, one wins: each with a connection of its own, as separate processes have."""

import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncSession

from domain.invitation import hashed
from domain.role import Role
from domain.slot import SlotStatus
from storage import invitation, slot
from storage.database import Database
from storage.invitation import Invitation
from storage.slot import Slot
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
    assert await at_once(url, lambda s, n: slot.claim(s, slot_id, matcher_id=n + 2, now=NOW)) == 1
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
