"""What tests see of the database at a glance is what the program sees by its own questions."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from storage import inbox, outbox
from storage.importing.sent_file import SentFile
from storage.inbox import Arrival, InboxChat, InboxRow
from storage.outbox import Lane, Method, OutboxRow, OutboxState, Ring
from tests.city import City, an_empty_city
from tests.each import each
from tests.empty_database import EmptyDatabase

MIRA = 1
LATER = timedelta(minutes=1)


@pytest.fixture
async def still_city(tmp_path: Path, empty_database: EmptyDatabase) -> AsyncIterator[City]:
    """Everyone is in, and the bot does not run."""
    async with an_empty_city(tmp_path, empty_database) as city:
        await city.move_in()
        yield city


async def test_a_glance_sees_what_the_program_sees(still_city: City, subtests: pytest.Subtests) -> None:
    now = still_city.clock.now()
    told = {"due_at": now, "state": OutboxState.QUEUED}
    lying: dict[str, tuple[bool, dict[str, Any]]] = {
        "nothing": (False, {}),
        "a message": (True, {"message": told}),
        "one for later": (False, {"message": told | {"due_at": now + LATER}}),
        "one that is being sent": (True, {"message": told | {"state": OutboxState.SENDING}}),
        "one that was sent": (False, {"message": told | {"state": OutboxState.SENT}}),
        "an update": (True, {"update": True}),
        "a file to fetch": (True, {"file": {"fetch_at": now}}),
        "one to fetch later": (False, {"file": {"fetch_at": now + LATER}}),
        "one to take in": (True, {"file": {"take_in_at": now}}),
        "one that is here": (False, {"file": {}}),
    }
    for name, (is_under_way, what) in lying.items():
        with each(subtests, name):
            await only_lies(still_city, **what)
            assert still_city.glance.is_under_way(now) is is_under_way
            assert await still_city.asks(still_city.is_under_way) is is_under_way


async def only_lies(
    city: City, *, message: dict[str, Any] | None = None, update: bool = False, file: dict[str, Any] | None = None
) -> None:
    """That, and nothing else."""
    async with city.database.write() as session:
        for table in (OutboxRow, InboxRow, InboxChat, SentFile):
            await session.execute(delete(table))
        if message is not None:
            await _say(session, city, message)
        if update:
            await inbox.keep(session, [Arrival("update:1", 1, {"update_id": 1})], now=city.clock.now())
        if file is not None:
            usual = {"person_id": MIRA, "telegram_file_id": "x", "name": "avtal.csv", "attempts": 0}
            session.add(SentFile(**usual, sent_at=city.clock.now(), **file))


async def _say(session: AsyncSession, city: City, message: dict[str, Any]) -> None:
    usual = {"dedup_key": "x", "chat_id": 1, "method": Method.SEND_MESSAGE, "content": {}, "lane": Lane.ANSWER}
    await outbox.queue(session, usual | {"ring": Ring.ALWAYS} | message, now=city.clock.now())
