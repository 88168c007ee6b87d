"""A file is taken in by slices: nobody waits for all of it, and nobody sees a part of it."""

import asyncio
import contextlib
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import taking_in
from bot.city_settings import city_of
from bot.contract_files import ContractFiles
from domain.role import Role
from handlers.importing import sandbox, slices
from handlers.importing.forgetting import KEPT_FOR
from handlers.importing.looking import Forecast
from handlers.importing.sheet import Tab
from storage import ledger
from storage.contracts.contract import Contract
from storage.database import Database
from storage.importing import staging
from storage.importing.sent_file import SentFile
from storage.importing.staging import STAGED, Slice, Staging
from storage.people.supplier import Supplier
from tests.city import City, settings_for
from tests.crowded import on_a_quiet_machine
from tests.empty_database import on_sqlite
from tests.importing.meanwhile import answered, counts, is_begun, longest_wait, many, next_month, until
from tests.importing.sheets import NUMBER, csv, hands_over, row
from tests.importing.taking_in import clock, looks, takes_in
from tests.scale.size import IS_FULL
from tests.storage.rows import NOW

CONTRACTS = 4_999 if IS_FULL else 400
LONGEST_WAIT = 1.0
"""Seconds that somebody else may wait for an answer."""

FEW = 6
FIRST_DAY = date(2026, 12, 1)
ROOT = Path(__file__).parent.parent.parent


class Halfway:
    """Taking in stops before its second slice, until it may go on; the first time only."""

    def __init__(self) -> None:
        self.is_reached, self.may_go_on = asyncio.Event(), asyncio.Event()
        self._written = 0

    async def pass_by(self) -> None:
        self._written += 1
        if self._written == 2:
            self.is_reached.set()
            await self.may_go_on.wait()


@pytest.fixture
def halfway(monkeypatch: pytest.MonkeyPatch) -> Iterator[Halfway]:
    """Two contracts a slice, and a halt between the first two slices."""
    monkeypatch.setattr(slices, "OBLIGATIONS_AT_ONCE", 20)
    halfway, write = Halfway(), ContractFiles._write  # noqa: SLF001  the moment between two of its transactions

    async def waits(files: ContractFiles, staging_id: int, some: Slice) -> None:
        await halfway.pass_by()
        await write(files, staging_id, some)

    monkeypatch.setattr(ContractFiles, "_write", waits)
    yield halfway
    halfway.may_go_on.set()


async def is_half_in(city: City, halfway: Halfway, content: bytes) -> None:
    """A coordinator has said yes, and a part is staged."""
    await hands_over(city.coordinator, content)
    city.coordinator.phone.presses_button("Ta in alla")
    async with asyncio.timeout(60):
        await halfway.is_reached.wait()


async def goes_on(city: City, halfway: Halfway) -> str:
    halfway.may_go_on.set()
    await city.settled()
    return city.coordinator.last_text


async def staged(session: AsyncSession) -> int:
    """How many rows are staged."""
    found = [await session.scalar(select(func.count()).select_from(table)) or 0 for table in STAGED]
    return sum(found)


async def count_contracts(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(Contract)) or 0


async def test_while_one_has_a_file_taken_in_another_is_answered_within_a_second(
    city: City, figure: Callable[[str], None]
) -> None:
    await hands_over(city.coordinator, many(CONTRACTS, from_day=FIRST_DAY))
    before = await city.asks(counts)
    seen = set()

    async def watch() -> None:
        while True:
            seen.add(await city.asks(counts))
            await asyncio.sleep(0.05)

    watching = asyncio.create_task(watch())
    city.coordinator.phone.presses_button("Ta in alla")
    await until(lambda: city.asks(is_begun))
    began = time.monotonic()
    longest = await longest_wait(city, city.maleri)
    took = time.monotonic() - began
    watching.cancel()
    await city.settled()
    figure(f"{CONTRACTS} contracts in {took:.1f} s; somebody else waited {longest:.2f} s at most")
    assert city.coordinator.last_text.startswith("Klart!")
    assert seen <= {before, await city.asks(counts)}
    assert longest < on_a_quiet_machine(LONGEST_WAIT)


async def test_while_a_file_is_read_others_are_answered(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    read, is_reading, may_go_on = sandbox.read, asyncio.Event(), asyncio.Event()

    async def waits(content: bytes) -> list[Tab]:
        is_reading.set()
        await may_go_on.wait()
        return await read(content)

    monkeypatch.setattr(sandbox, "read", waits)

    async def meanwhile(act: Callable[[], object]) -> str:
        act()
        async with asyncio.timeout(60):
            await is_reading.wait()
        is_reading.clear()
        assert (await answered(city.maleri, "/hjalp")).startswith("Det här kan du göra")
        may_go_on.set()
        await city.settled()
        may_go_on.clear()
        return city.coordinator.last_text

    phone = city.coordinator.phone
    assert "1 nytt avtal" in await meanwhile(lambda: phone.sends_document("avtal.csv", csv(row())))
    assert "Nya: 1 avtal" in await meanwhile(lambda: phone.presses_button("Ta in alla"))


async def test_no_slice_is_longer_than_a_few_contracts(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    stage = staging.stage

    async def counted(session: AsyncSession, staging_id: int, some: Slice) -> None:
        written.append(len(some.obligations))
        await stage(session, staging_id, some)

    monkeypatch.setattr(staging, "stage", counted)
    await takes_in(database, *(row(f"A-{n}", supplier=f"Firma {n} AB") for n in range(200)))
    assert len(written) > 2
    assert max(written) < slices.OBLIGATIONS_AT_ONCE + 20


@on_sqlite
async def test_while_the_operator_imports_another_process_writes_within_a_second(
    database: Database, tmp_path: Path, figure: Callable[[str], None]
) -> None:
    sheet = tmp_path / "avtal.csv"
    sheet.write_bytes(many(CONTRACTS, from_day=next_month()))
    environment = os.environ | {"STEGET_DATABASE_URL": str(database.url), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", "import", str(sheet), "--yes"]
    importing = subprocess.Popen(  # noqa: ASYNC220  it is waited for below
        command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL
    )
    longest = 0.0
    with contextlib.closing(sqlite3.connect(database.url.database or "", isolation_level=None, timeout=30)) as other:
        while importing.poll() is None:
            began = time.monotonic()
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
            longest = max(longest, time.monotonic() - began)
            await asyncio.sleep(0.002)
    assert importing.returncode == 0
    async with database.read() as session:
        assert await count_contracts(session) == CONTRACTS
    figure(f"{CONTRACTS} contracts; another process waited {longest:.2f} s at most")
    assert longest < on_a_quiet_machine(LONGEST_WAIT)


async def test_halfway_nobody_sees_anything_of_it_and_its_sender_sees_that_it_goes_on(
    city: City, halfway: Halfway
) -> None:
    olle = await city.person("Olle Ny", Role.COORDINATOR)
    before = await city.asks(counts)
    nothing_yet = await answered(olle, "/avtal")
    await is_half_in(city, halfway, many(FEW, from_day=FIRST_DAY))
    assert await city.asks(staged) > 0
    assert await city.asks(counts) == before
    assert await answered(olle, "/avtal") == nothing_yet
    assert "KS-2026-0" not in nothing_yet
    assert city.coordinator.last_text.startswith("Jag tar in avtal.csv …")
    assert city.coordinator.buttons == []
    assert (await goes_on(city, halfway)).startswith("Klart!")
    assert "KS-2026-0" in await answered(olle, "/avtal")


async def test_pressed_once_more_halfway_it_is_taken_in_once(city: City, halfway: Halfway) -> None:
    await hands_over(city.coordinator, many(FEW, from_day=FIRST_DAY))
    carried, shown = city.coordinator.data("Ta in alla"), city.coordinator.last.message_id
    city.coordinator.phone.presses_button("Ta in alla")
    async with asyncio.timeout(60):
        await halfway.is_reached.wait()
    city.coordinator.phone.presses(shown, carried)
    said = len(city.coordinator.received)
    assert (await goes_on(city, halfway)).startswith("Klart!")
    assert len(city.coordinator.received) == said
    assert await city.asks(count_contracts) == FEW
    assert (await city.asks(lambda session: session.scalars(select(Staging.id)))).all() == [1]


async def test_what_changes_halfway_is_shown_anew_and_nothing_is_taken_in(city: City, halfway: Halfway) -> None:
    await is_half_in(city, halfway, csv(row("A-1"), row("A-2"), row("A-3"), row("A-4")))
    await takes_in(city.database, row("A-4"))
    text = await goes_on(city, halfway)
    assert text.startswith("Något har ändrats sedan sist.")
    assert "3 nya avtal" in text
    assert await city.asks(count_contracts) == 1
    assert (await city.coordinator.presses("Ta in alla")).startswith("Klart!")
    assert await city.asks(count_contracts) == 4


async def test_a_supplier_that_comes_in_halfway_is_the_one_that_the_file_means(city: City, halfway: Halfway) -> None:
    await is_half_in(city, halfway, csv(row("A-1"), row("A-2"), row("A-3"), row("A-4")))
    async with city.database.write() as session:
        session.add(Supplier(name="FIRMAN AB", created_at=city.clock.now()))
    assert (await goes_on(city, halfway)).startswith("Klart!")
    names = select(Supplier.name).join(Contract, Contract.supplier_id == Supplier.id).distinct()
    assert (await city.asks(lambda session: session.scalars(names))).all() == ["FIRMAN AB"]


async def test_a_bot_that_stops_halfway_begins_again_and_says_it_once(city: City, halfway: Halfway) -> None:
    await is_half_in(city, halfway, many(FEW, from_day=FIRST_DAY))
    said = len(city.coordinator.received)
    halfway.may_go_on.set()
    await city.restart()
    await city.settled()
    assert city.coordinator.last_text.startswith("Klart!")
    assert len(city.coordinator.received) == said
    assert await city.asks(count_contracts) == FEW


async def test_a_process_that_has_lost_its_role_halfway_takes_nothing_in(city: City, halfway: Halfway) -> None:
    await is_half_in(city, halfway, many(FEW, from_day=FIRST_DAY))
    said = len(city.coordinator.received)
    async with city.database.write() as session:
        await session.execute(update(SentFile).values(attempts=SentFile.attempts + 1))
    assert (await goes_on(city, halfway)).startswith("Klart!")
    (attempts,) = (await city.asks(lambda session: session.scalars(select(SentFile.attempts)))).all()
    assert attempts == 3
    assert len(city.coordinator.received) == said
    assert await city.asks(count_contracts) == FEW


async def test_what_was_staged_is_swept_away_once_it_is_in_or_can_never_be(city: City, halfway: Halfway) -> None:
    await is_half_in(city, halfway, many(FEW, from_day=FIRST_DAY))
    await goes_on(city, halfway)
    assert await city.asks(staged) > 0
    await city.later(timedelta())
    assert await city.asks(staged) == 0
    await ContractFiles(city.database, city.clock, city.program.city).stage(
        await looks(city.database, row("B-1")), begins_again=False
    )
    await city.later(KEPT_FOR - timedelta(seconds=1))
    assert await city.asks(staged) > 0
    await city.later(timedelta(seconds=1))
    assert await city.asks(staged) == 0


async def test_what_is_half_swept_away_is_not_put_in(database: Database) -> None:
    files = ContractFiles(database, clock(), city_of(settings_for(str(database.url), "http://x")))
    left = await files.stage(await looks(database, row("A-1"), row("A-2")), begins_again=False)
    async with database.write() as session:
        assert await staging.sweep(session, before=NOW, at_most=1)
        assert await staged(session) > 0
        assert not await staging.end(session, left)


async def test_a_file_with_which_the_process_ends_every_time_is_given_up(city: City) -> None:
    await hands_over(city.coordinator, csv(row()))
    await city.stop()
    tried_in_vain = {
        "take_in_at": city.clock.now(),
        "attempts": taking_in.MOST_TRIES,
        "accepted_mark": 1,
        "begins_again": False,
    }
    async with city.database.write() as session:
        await session.execute(update(SentFile).values(**tried_in_vain))
    await city.restart()
    await city.settled()
    assert city.coordinator.last_text.startswith("Jag lyckades inte läsa filen avtal.csv.")
    assert await city.asks(count_contracts) == 0


async def test_where_putting_in_fails_all_of_it_is_undone_and_done_once_later(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    end = staging.end

    async def breaks(session: AsyncSession, staging_id: int) -> bool:
        await end(session, staging_id)
        monkeypatch.setattr(staging, "end", end)
        raise ValueError("after something was written and before it was committed")

    await hands_over(city.coordinator, csv(row()))
    monkeypatch.setattr(staging, "end", breaks)
    assert (await city.coordinator.presses("Ta in alla")).startswith("Jag tar in")
    await city.later(taking_in.TRY_AGAIN_AFTER)
    assert city.coordinator.last_text.startswith("Klart!")
    assert await city.asks(count_contracts) == 1


async def test_the_ledger_is_whole_and_names_each_contract(database: Database) -> None:
    await takes_in(database, *(row(f"A-{n}") for n in range(3)))
    async with database.write() as session:
        assert await ledger.seal(session, at_most=10) == 3
    async with database.read() as session:
        assert await ledger.first_broken(session) is None
        assert await ledger.count_unaccounted(session) == 0


async def test_what_is_known_of_one_supplier_in_different_rows_comes_together(database: Database) -> None:
    await takes_in(
        database,
        row("A-1", trade="Måleri", contact="Mira Holm", email="m@x.example"),
        row("A-2", area="Centrum", contact="Mira Holm", phone="042-10 00 00"),
    )
    async with database.read() as session:
        (firm,) = (await session.scalars(select(Supplier))).all()
    assert (firm.trade, firm.area, firm.created_at) == ("painting", "Centrum", NOW)
    found = await looks(database, row("A-1", trade="Måleri"), row("A-2", area="Centrum"))
    assert isinstance(found, Forecast)
    assert found.comparison.unchanged == 2


async def test_of_one_supplier_that_is_called_in_two_ways_the_first_that_says_something_is_right(
    database: Database,
) -> None:
    await takes_in(database, row("A-1", organisation_number=NUMBER))
    await takes_in(
        database,
        row("A-2", supplier="Firman Aktiebolag", organisation_number=NUMBER, area="Centrum"),
        row("A-3", area="Väst"),
    )
    async with database.read() as session:
        (firm,) = (await session.scalars(select(Supplier))).all()
    assert (firm.name, firm.area) == ("Firman AB", "Centrum")
