"""Pictures are kept by what they show, and forgotten when they are old."""

from datetime import timedelta

from storage.database import Database
from storage.overview import picture
from tests.storage.rows import NOW


async def test_a_picture_is_found_by_its_hash_and_the_first_one_stays(database: Database) -> None:
    async with database.write() as session:
        assert await picture.find(session, "a" * 64) is None
        await picture.keep(session, "a" * 64, b"first", now=NOW)
        await picture.keep(session, "a" * 64, b"second", now=NOW)
        await picture.keep(session, "b" * 64, b"other", now=NOW)
    async with database.read() as session:
        assert await picture.find(session, "a" * 64) == b"first"
        assert await picture.find(session, "b" * 64) == b"other"


async def test_old_pictures_go_a_few_at_a_time_and_new_ones_stay(database: Database) -> None:
    async with database.write() as session:
        for age in range(4):
            await picture.keep(session, f"{age}" * 64, b"", now=NOW - timedelta(days=age))
    before = NOW - timedelta(hours=1)
    for gone in (2, 1, 0):
        async with database.write() as session:
            assert await picture.forget(session, before=before, at_most=2) == gone
    async with database.read() as session:
        assert await picture.find(session, "0" * 64) == b""
        assert await picture.find(session, "1" * 64) is None
