"""Killed while a file is being taken in, the bot takes it in once, and says so once."""

from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage import ledger
from storage.importing.staging import StagedContract
from storage.obligations.obligation import Obligation
from tests.chat import Chat
from tests.empty_database import EmptyDatabase
from tests.faults.process import Outside, outside_city
from tests.importing.meanwhile import counts, many, next_month, until

CONTRACTS = 600

pytestmark = pytest.mark.timeout(400)


async def is_shown(outside: Outside, coordinator: Chat) -> int:
    """Wait until what the file would do is shown; how many obligations it says."""
    await outside.until(lambda: bool(coordinator.received and coordinator.buttons))
    (label,) = [label for label in coordinator.buttons if "Ta in alla" in label]
    return int(label.split()[-2])


async def test_killed_in_the_middle_of_taking_in_it_is_all_in_once(
    tmp_path: Path, empty_database: EmptyDatabase
) -> None:
    async with outside_city(tmp_path, empty_database) as outside:
        city, coordinator = outside.city, outside.city.coordinator
        before = await city.asks(counts)
        await outside.bot.start()
        coordinator.phone.sends_document("avtal.csv", many(CONTRACTS, from_day=next_month()))
        obligations = await is_shown(outside, coordinator)
        coordinator.phone.presses_button("Ta in alla")
        stagings = 0
        # On a database server each kill costs the wait for a lease.
        for kill in range(2 if city.database.is_sqlite else 1):
            await until(partial(_are_begun, outside, kill + 1))
            await outside.bot.kill()
            assert await city.asks(counts) == before
            stagings = await _stagings(outside)
            assert stagings == kill + 1
            await outside.bot.start()
        await outside.until(lambda: coordinator.last_text.startswith("Klart!"))
        await outside.settled()
        assert sum(message.words.startswith("Klart!") for message in coordinator.received) == 1
        contracts, *_, planned, _ = await city.asks(counts)
        assert (contracts, planned) == (CONTRACTS, obligations)
        assert await city.asks(ledger.first_broken) is None
        each = select(func.count(Obligation.id)).group_by(Obligation.contract_id)
        assert min(await city.asks(lambda session: session.scalars(each))) > 5


async def _stagings(outside: Outside) -> int:
    staged = select(func.count(StagedContract.staging_id.distinct()))
    return await outside.city.asks(lambda session: session.scalar(staged)) or 0


async def _are_begun(outside: Outside, many: int) -> bool:
    return await _stagings(outside) >= many
