"""What somebody with the database file in their hands might try: the triggers can be dropped, the chain tells."""

import pytest
from sqlalchemy import select

from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from storage import ledger
from storage.database import Database
from storage.ledger import DisposalCertificate, DisposalRow
from tests.storage.rows import NOW
from tests.storage.tampering import tamper

SLOT = Reference(Noun.SLOT, 1)


async def sealed_rows(database: Database) -> None:
    """Three things that were said, sealed; the second names what it is about, the others leave all that is optional."""
    async with database.write() as session:
        await ledger.record(session, LedgerEvent.SLOT_REPORTED, at=NOW, content="ett")
        await ledger.record(
            session,
            LedgerEvent.SLOT_REPORTED,
            at=NOW,
            content="inte levererat",
            about=SLOT,
            outbox_id=5,
        )
        await ledger.record(session, LedgerEvent.SLOT_REPORTED, at=NOW, content="tre")
    async with database.write() as session:
        assert await ledger.seal(session, at_most=10) == 3


async def broken(database: Database) -> int | None:
    async with database.read() as session:
        return await ledger.first_broken(session)


async def test_untouched_rows_verify(database: Database) -> None:
    await sealed_rows(database)
    assert await broken(database) is None


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        # What was left open is filled in with nothing; two fields trade their contents.
        ("UPDATE ledger SET about = '' WHERE id = 1", 1),
        ("UPDATE ledger SET about = NULL WHERE id = 2", 2),
        ("UPDATE ledger SET actor_id = 0 WHERE id = 1", 1),
        ("UPDATE ledger SET supplier_id = outbox_id, outbox_id = NULL WHERE id = 2", 2),
        ("UPDATE ledger SET about = 'slot:1\x1f5', outbox_id = NULL WHERE id = 2", 2),
        ("UPDATE ledger SET at = '2026-11-23 07:30:00.000001' WHERE id = 2", 2),
        ("UPDATE ledger SET id = 9 WHERE id = 2", 2),
        # Rows vanish: in the middle, at the end, and with or without their seal.
        ("DELETE FROM ledger WHERE id = 2", 2),
        ("DELETE FROM ledger WHERE id = 3", 3),
        ("DELETE FROM ledger_seal WHERE ledger_id = 1", 2),
        # A text loses its beginning, or comes back with another, while salt and text together stay the same.
        ("UPDATE ledger_text SET salt = salt || 'inte ', content = 'levererat' WHERE ledger_id = 2", 2),
        (
            "UPDATE ledger_text SET content = substr(salt, 9) || content, salt = substr(salt, 1, 8)",
            1,
        ),
        # A text is gone, and no certificate says why.
        ("DELETE FROM ledger_text WHERE ledger_id = 3", 3),
        # The chain is turned around or starts elsewhere.
        ("UPDATE ledger_seal SET id = CASE id WHEN 1 THEN 12 ELSE 11 END WHERE id < 3", 3),
        ("UPDATE ledger_seal SET ledger_id = 7 WHERE ledger_id = 3", 7),
        ("UPDATE ledger_seal SET previous = hash WHERE ledger_id = 1", 1),
    ],
)
async def test_what_a_stranger_does_to_the_file_is_found(database: Database, statement: str, found: int) -> None:
    await sealed_rows(database)
    tamper(database, statement)
    assert await broken(database) == found


async def test_the_last_seal_cut_off_shows_in_the_head_that_was_noted_elsewhere(database: Database) -> None:
    await sealed_rows(database)
    async with database.read() as session:
        noted = await ledger.head(session)
    tamper(database, "DELETE FROM ledger_seal WHERE ledger_id = 3")
    async with database.read() as session:
        assert await ledger.head(session) != noted


async def test_a_text_changed_after_its_certificate_was_written_is_found(database: Database) -> None:
    await sealed_rows(database)
    async with database.write() as session:
        session.add(DisposalCertificate(at=NOW, record_class="conversation"))
        await session.flush()
        session.add(DisposalRow(ledger_id=2, certificate_id=1))
    assert await broken(database) is None
    tamper(database, "UPDATE ledger_text SET content = 'levererat' WHERE ledger_id = 2")
    assert await broken(database) == 2


async def test_two_rows_with_the_same_words_have_different_hashes(database: Database) -> None:
    async with database.write() as session:
        await ledger.record(session, LedgerEvent.SLOT_REPORTED, at=NOW, content="Ja")
        await ledger.record(session, LedgerEvent.SLOT_REPORTED, at=NOW, content="Ja")
    async with database.read() as session:
        first, second = (row.content_hash for row in await session.scalars(select(ledger.LedgerRow)))
    assert first != second


async def test_what_is_rolled_back_is_never_sealed(database: Database) -> None:
    async def record_and_raise() -> None:
        async with database.write() as session:
            await ledger.record(session, LedgerEvent.SLOT_REPORTED, at=NOW, content="nej")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await record_and_raise()
    async with database.write() as session:
        assert await ledger.seal(session, at_most=10) == 0
        assert await ledger.head(session) == ledger.GENESIS
