import asyncio
from datetime import timedelta
from pathlib import Path

from domain.invitation import hashed
from domain.role import Role
from domain.slot import SlotStatus
from storage.database import Database
from storage.people import invitation
from storage.people.invitation import Invitation
from storage.slots import slot, slot_life, unclaimed
from tests.forged import Forged, forged
from tests.storage.rows import NOW, add_people, add_slot

PROCESSES = 8


async def add_invitation(database: Database, code: str) -> None:
    async with database.write() as session:
        session.add(
            Invitation(
                code_hash=hashed(code),
                name="Kim Exempel",
                role=Role.MATCHER,
                created_at=NOW,
                expires_at=NOW + timedelta(days=14),
            )
        )


async def started(url: str, slot_id: int, matcher_id: int) -> Forged:
    words = (url, str(slot_id), str(matcher_id), "made-up")
    return await forged("tests.storage.claimant", *words, folder=Path.cwd())


async def said(process: Forged) -> str:
    return (await process.line()).strip()


async def test_of_8_processes_that_claim_at_once_one_wins_the_slot_and_one_the_invitation(database: Database) -> None:
    await add_people(database, matchers=PROCESSES)
    slot_id = await add_slot(database)
    await add_invitation(database, "made-up")
    url = database.url.render_as_string(hide_password=False)
    processes = await asyncio.gather(*(started(url, slot_id, 2 + number) for number in range(PROCESSES)))
    assert await asyncio.gather(*map(said, processes)) == ["ready"] * PROCESSES
    for process in processes:
        process.write("now\n")
    won = [line.split() for line in await asyncio.gather(*map(said, processes))]
    assert await asyncio.gather(*(process.ends() for process in processes)) == [0] * PROCESSES
    assert [[has[kind] for has in won].count("1") for kind in (0, 1)] == [1, 1]
    winner = 2 + [has_slot for has_slot, _ in won].index("1")
    async with database.read() as session:
        claimed = await slot.find(session, slot_id)
    assert claimed is not None
    assert (claimed.status, claimed.claimed_by, claimed.revision) == (SlotStatus.RESERVED, winner, 2)
    assert claimed.next_at is None


async def test_an_invitation_that_is_over_or_unknown_lets_nobody_in(database: Database) -> None:
    await add_invitation(database, "made-up")
    async with database.write() as session:
        assert await invitation.redeem(session, hashed("other"), now=NOW) is None
        assert await invitation.redeem(session, hashed("made-up"), now=NOW + timedelta(days=14)) is None
        just_in_time = await invitation.redeem(session, hashed("made-up"), now=NOW + timedelta(days=14, seconds=-1))
        assert just_in_time is not None
        assert just_in_time.role is Role.MATCHER
        assert await invitation.redeem(session, hashed("made-up"), now=NOW) is None


async def test_a_claimed_slot_is_not_asked_about_again(database: Database) -> None:
    await add_people(database)
    slot_id = await add_slot(database)
    async with database.write() as session:
        assert [waiting.id for waiting in await unclaimed.due(session, now=NOW, at_most=5)] == [slot_id]
        assert await slot_life.claim(session, slot_id, matcher_id=2, now=NOW, today=NOW.date(), next_at=None)
        assert await unclaimed.due(session, now=NOW, at_most=5) == []
        assert not await slot_life.claim(session, slot_id, matcher_id=2, now=NOW, today=NOW.date(), next_at=None)
        assert not await slot_life.claim(session, slot_id + 1, matcher_id=2, now=NOW, today=NOW.date(), next_at=None)
