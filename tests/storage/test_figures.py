"""What `steget status` counts: right, and by an index however much has piled up."""

from datetime import timedelta

import pytest

from storage import figures, inbox, reach
from storage.database import Database
from storage.inbox import Arrival, InboxState
from storage.outbox import OutboxState
from tests.each import each
from tests.empty_database import on_sqlite
from tests.storage.plans import Asked, explained
from tests.storage.rows import NOW, queue

QUESTIONS: dict[str, Asked] = {
    "updates": figures.updates,
    "messages": figures.messages,
    "possibly doubled": figures.possibly_doubled,
    "oldest waiting": lambda session: figures.oldest_waiting(session, now=NOW),
    "obligations open": figures.obligations_open,
    "obligations overdue": lambda session: figures.obligations_overdue(session, today=NOW.date()),
}

OF_WHAT_IS_OPEN = ("ix_inbox_waiting", "ix_outbox_next", "ix_outbox_chat", "ix_outbox_in_flight")
"""Indexes that hold no more rows than are under way: these may be read from one end to the other."""


@on_sqlite
async def test_what_piles_up_over_the_years_is_never_read_as_a_whole(
    database: Database, subtests: pytest.Subtests
) -> None:
    for name, ask in QUESTIONS.items():
        async with database.read() as session:
            plan = await explained(session, ask)
        for line in plan.splitlines():
            with each(subtests, f"{name}: {line}"):
                holds_little = any(line.endswith(f" {index}") for index in OF_WHAT_IS_OPEN)
                assert holds_little or not line.startswith("SCAN")


async def test_all_that_waits_is_counted_and_the_oldest_named(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "LOOKS_BACK", 0)  # as if so much had come since that only what waits is known
    async with database.write() as session:
        came = [Arrival(f"update:{number}", 1, {}) for number in range(3)]
        assert await inbox.keep(session, came, now=NOW - timedelta(hours=1)) == 3
        for key in ("a", "b"):
            await queue(session, key)
    async with database.read() as session:
        assert await figures.updates(session) == {InboxState.WAITING: 3}
        assert await figures.messages(session) == {OutboxState.QUEUED: 2}
        assert await figures.oldest_waiting(session, now=NOW) == NOW - timedelta(hours=1)


async def test_when_telegram_was_last_reached_only_grows(database: Database) -> None:
    for at, last in ((None, None), (5.5, 5.5), (9.0, 9.0), (7.0, 9.0), (None, 9.0)):
        async with database.write() as session:
            await reach.note(session, at)
            assert await reach.last(session) == last
