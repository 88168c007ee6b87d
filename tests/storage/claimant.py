"""A process that claims a slot and redeems an invitation when it is told to; test_claims_of_processes starts 8."""

import asyncio
import sys

from domain.invitation import hashed
from storage.database import Database
from storage.people import invitation
from storage.slots import slot, slot_life
from tests.storage.rows import NOW


async def claim(url: str, slot_id: int, matcher_id: int, code: str) -> None:
    """Say that all is ready, wait for the word, claim both, and say what was won."""
    database = Database(url)
    async with database.read() as session:
        await slot.find(session, slot_id)
    print("ready", flush=True)  # noqa: T201  the test reads it
    sys.stdin.readline()
    async with database.write() as session:
        has_slot = await slot_life.claim(
            session, slot_id, matcher_id=matcher_id, now=NOW, today=NOW.date(), next_at=None
        )
    async with database.write() as session:
        has_invitation = await invitation.redeem(session, hashed(code), now=NOW) is not None
    print(int(has_slot), int(has_invitation))  # noqa: T201  likewise
    await database.close()


if __name__ == "__main__":
    asyncio.run(claim(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]))
