import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from storage import ledger
from storage.database import Database
from storage.ledger import DisposalCertificate, DisposalRow, Entry, LedgerRow, LedgerSeal, LedgerText
from tests.empty_database import on_postgresql
from tests.storage.rows import NOW
from tests.storage.tampering import GUARDED, tamper

SLOT = Reference(Noun.SLOT, 1)


async def write(database: Database, count: int) -> None:
    """Record so many things that were said."""
    async with database.write() as session:
        for number in range(count):
            await ledger.record(
                session, LedgerEvent.SLOT_REPORTED, at=NOW, content=f"ord {number}", actor_id=3, about=SLOT
            )


async def seal_all(database: Database, *, at_once: int = 100) -> int:
    """Seal, and say in how many rounds."""
    rounds = 0
    while True:
        async with database.write() as session:
            if not await ledger.seal(session, at_most=at_once):
                return rounds
        rounds += 1


async def broken(database: Database) -> int | None:
    async with database.read() as session:
        return await ledger.first_broken(session)


@pytest.mark.parametrize("table", GUARDED)
@pytest.mark.parametrize("change", ["UPDATE {} SET {} = {}", "DELETE FROM {}"])
async def test_nothing_in_the_ledger_can_be_changed_or_deleted(database: Database, table: str, change: str) -> None:
    await write(database, 2)
    await seal_all(database)
    async with database.write() as session:
        session.add(DisposalCertificate(at=NOW, record_class="x"))
        await session.flush()
        session.add(DisposalRow(ledger_id=2, certificate_id=1))
    if table == "ledger_text" and change.startswith("DELETE"):
        change += " WHERE ledger_id = 1"
    column = "id" if table in {"ledger", "ledger_seal", "disposal_certificate"} else "ledger_id"
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.write() as session:
            await session.execute(text(change.format(table, column, column)))


@on_postgresql
@pytest.mark.parametrize("table", GUARDED)
async def test_no_table_of_the_ledger_can_be_emptied(database: Database, table: str) -> None:
    await write(database, 1)
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.write() as session:
            await session.execute(text(f"TRUNCATE {table} CASCADE"))


async def test_a_text_can_be_disposed_of_together_with_its_certificate_and_the_chain_stays_whole(
    database: Database,
) -> None:
    await write(database, 3)
    await seal_all(database)
    async with database.write() as session:
        session.add(DisposalCertificate(at=NOW, record_class="conversation"))
        await session.flush()
        session.add(DisposalRow(ledger_id=2, certificate_id=1))
        await session.flush()
        await session.execute(text("DELETE FROM ledger_text WHERE ledger_id = 2"))
    async with database.read() as session:
        assert (await session.scalars(select(LedgerText.ledger_id))).all() == [1, 3]
    assert await broken(database) is None


async def test_sealing_goes_on_where_it_stopped_in_one_chain(database: Database) -> None:
    await write(database, 7)
    assert await seal_all(database, at_once=3) == 3
    await write(database, 1)
    await seal_all(database)
    async with database.read() as session:
        links = (await session.scalars(select(LedgerSeal).order_by(LedgerSeal.id))).all()
        assert await ledger.count_unsealed(session) == 0
        assert await ledger.head(session) == links[-1].hash
    assert len(links) == 8
    assert links[0].previous == ledger.GENESIS
    assert [link.previous for link in links[1:]] == [link.hash for link in links[:-1]]
    assert await broken(database) is None


@pytest.mark.parametrize(
    "tampering",
    [
        *(
            f"UPDATE ledger SET {column} = {value} WHERE id = 2"
            for column, value in {
                "at": "'2020-01-01 00:00:00.000000'",
                "event": "'other'",
                "actor_id": "4",
                "recipient_id": "4",
                "supplier_id": "4",
                "contract_id": "4",
                "about": "'slot:2'",
                "outbox_id": "4",
                "content_hash": "'0'",
            }.items()
        ),
        "UPDATE ledger_text SET content = 'andra ord' WHERE ledger_id = 2",
        "UPDATE ledger_text SET salt = '0' WHERE ledger_id = 2",
        "UPDATE ledger_seal SET hash = '0' WHERE ledger_id = 2",
        "UPDATE ledger_seal SET previous = '0' WHERE ledger_id = 2",
    ],
)
async def test_any_change_behind_the_triggers_back_is_found(database: Database, tampering: str) -> None:
    await write(database, 3)
    await seal_all(database)
    tamper(database, tampering)
    assert await broken(database) == 2


async def test_what_happened_at_once_is_in_order_each_with_its_own_words(database: Database) -> None:
    said = [Entry(LedgerEvent.SLOT_REPORTED, f"ord {number}", actor_id=number, about=SLOT) for number in range(9)]
    async with database.write() as session:
        await ledger.record_all(session, said, at=NOW)
    async with database.read() as session:
        rows = (await session.scalars(select(LedgerRow).order_by(LedgerRow.id))).all()
        words = (await session.scalars(select(LedgerText).order_by(LedgerText.ledger_id))).all()
        assert await ledger.count_unsealed(session) == len(said)
    assert [(row.event, row.at, row.about) for row in rows] == [("slot_reported", NOW, "slot:1")] * len(said)
    assert [(row.actor_id, word.content) for row, word in zip(rows, words, strict=True)] == [
        (each.actor_id, each.content) for each in said
    ]
    await seal_all(database)
    assert await broken(database) is None


async def test_a_removed_row_is_found(database: Database) -> None:
    await write(database, 3)
    await seal_all(database)
    tamper(database, "DELETE FROM ledger_seal WHERE ledger_id = 2")
    assert await broken(database) == 3


async def test_the_row_holds_a_hash_and_not_the_words(database: Database) -> None:
    await write(database, 1)
    async with database.read() as session:
        row = await session.get_one(LedgerRow, 1)
        words = await session.get_one(LedgerText, 1)
    assert row.content_hash == ledger.content_hash(words.salt, "ord 0")
    assert len(words.salt) == 32
