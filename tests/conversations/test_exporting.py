"""/exportera: a leader takes out a file of what is kept; it is made as it is sent, and kept nowhere."""

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot import enduring_clock
from bot.connections import LeaseIsOverError
from bot.delivery.files import exports
from domain.export import Export, FileFormat
from domain.ledger_event import LedgerEvent
from domain.role import Role
from handlers.files import making
from messages.files.export import ExportReady
from messages.message import Attachment, Message
from storage.ledger import LedgerRow, LedgerText
from storage.outbox import OutboxRow, OutboxState
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City
from tests.contracts import has_contract
from tests.delivery.outside import person_of, tell, with_long_leases
from tests.each import each
from tests.files.opened import lines, tabs


@pytest.fixture(autouse=True)
async def patient(city: City) -> None:
    """A busy computer may take its time: half of a lease is more than it needs."""
    await with_long_leases(city)


def file_of(chat: Chat) -> bytes:
    """The newest file."""
    file = chat.city.telegram.shelf.find(chat.last.file_id)
    assert file is not None
    return file.content


async def taken_out(city: City) -> list[tuple[int | None, str]]:
    """Who took out what, as the ledger has it."""

    async def rows(session: AsyncSession) -> list[tuple[int | None, str]]:
        found = select(LedgerRow.actor_id, LedgerText.content).join(LedgerText, LedgerText.ledger_id == LedgerRow.id)
        of_exports = found.where(LedgerRow.event == LedgerEvent.EXPORTED).order_by(LedgerRow.id)
        return [(row.actor_id, row.content) for row in await session.execute(of_exports)]

    return await city.asks(rows)


async def test_a_leader_chooses_a_file_and_its_format_and_the_log_knows(city: City, subtests: pytest.Subtests) -> None:
    karin = city.coordinator
    await has_contract(city, people=["Mira Holm"], title="=1+1")
    with each(subtests, "which"):
        assert (await karin.says("/exportera")).startswith("Vad vill du hämta som fil?")
        assert len(karin.buttons) == 10
    with each(subtests, "in which format, and the way back"):
        assert (await karin.presses("Kontaktpersoner")).startswith("Kontaktpersoner: vilket format?")
        await karin.presses("Välj något annat")
        await karin.presses("Kontaktpersoner")
    with each(subtests, "as CSV, in Swedish, with what has to be said of such data"):
        said = await karin.presses("CSV")
        assert said.startswith("Kontaktpersoner\n23 november 2026\n\nFilen innehåller personuppgifter")
        assert "telefon och e-post" in said
        assert karin.last.file_name == "Kontaktpersoner-2026-11-23.csv"
        assert [row["Telefon"] for row in lines(file_of(karin))] == ["040-628 04 01", ""]
    with each(subtests, "as a workbook"):
        await karin.says("/exportera")
        await karin.presses("Avtal")
        await karin.presses("Excel")
        assert karin.last.file_name == "Avtal-2026-11-23.xlsx"
        assert [row["Avtal"] for row in tabs(file_of(karin))["Avtal"]] == ["=1+1"]
    with each(subtests, "all of them in one"):
        await karin.says("/exportera")
        assert (await karin.presses("Allt i en arbetsbok")).startswith("Allt i en arbetsbok, en flik för varje slag")
        assert karin.last.file_name == "Steget-2026-11-23.xlsx"
        assert len(tabs(file_of(karin))) == 9
    with each(subtests, "the log has who, and what"):
        karins = (await person_of(city, karin)).id
        every = "contracts obligations meetings attendance slots placements evaluations contacts messages"
        assert await taken_out(city) == [
            (karins, "contacts csv"),
            (karins, "contracts xlsx"),
            (karins, f"{every} xlsx"),
        ]
    with each(subtests, "and of what is in it the outbox has nothing"):
        rows = (await city.asks(lambda session: session.scalars(select(OutboxRow)))).all()
        ready = [row for row in rows if row.content.get("template") == "coordinator_export_ready"]
        assert [row.content["parameters"]["exports"] for row in ready][:2] == [["contacts"], ["contracts"]]
        assert not any("040-628 04 01" in repr(row.content) for row in ready)


async def test_nobody_but_leaders_gets_one(city: City, subtests: pytest.Subtests) -> None:
    reader = await city.person("Rut Ek", Role.READER)
    for chat in (city.maleri, city.matcher_a, reader):
        with each(subtests, chat.phone.first_name):
            await chat.says("/exportera")
            await chat.presses_forged("exh:9:0")
            await chat.presses_forged("exf:0")
            assert not any(message.file_id for message in chat.received)
    with each(subtests, "a button that never was leads nowhere"):
        await city.coordinator.says("/exportera")
        for forged in ("exh:a:0", "exh:0:2", "exf:9", "exh:"):
            await city.coordinator.presses_forged(forged)
        assert not any(message.file_id for message in city.coordinator.received)
        assert await taken_out(city) == []


async def test_an_administrator_gets_it_in_english(city: City) -> None:
    boss = await city.person("Bo Berg", Role.ADMINISTRATOR)
    await boss.says("/sprak")
    await boss.presses("English")
    await boss.says("/export")
    await boss.presses("Placements")
    assert (await boss.presses("CSV")).startswith("Placements\n23 November 2026")
    assert boss.last.file_name == "Placements-2026-11-23.csv"


async def test_what_is_too_large_is_said_to_be_with_another_way(
    city: City, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    monkeypatch.setattr(exports, "MOST_BYTES", 100)
    for file_format in ("CSV", "Excel"):
        with each(subtests, file_format):
            await city.coordinator.says("/exportera")
            await city.coordinator.presses("Avtal")
            said = await city.coordinator.presses(file_format)
            assert said.startswith("Filen blev för stor för chatten\n")
            assert said.endswith("steget export contracts")
            assert city.coordinator.last.file_id is None
    await city.coordinator.says("/exportera")
    assert "en sak i taget med /exportera" in await city.coordinator.presses("Allt i en arbetsbok")


async def test_what_takes_too_long_is_too_large_and_nothing_of_it_lies_around(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = list[Path]()

    make = making.make

    async def makes_too_long(session: AsyncSession, *how: Any, **more: Any) -> None:
        folders.append(how[-1].parent)
        await make(session, *how, **more | {"go_on": lambda: False})

    monkeypatch.setattr(making, "make", makes_too_long)
    await has_contract(city)
    await city.coordinator.says("/exportera")
    await city.coordinator.presses("Avtal")
    assert (await city.coordinator.presses("CSV")).startswith("Filen blev för stor")
    assert [folder.exists() for folder in folders] == [False]


async def test_whoever_lost_the_role_meanwhile_gets_nothing(city: City) -> None:
    whose = await person_of(city, city.coordinator)
    async with city.database.write() as session:
        await session.execute(update(Person).where(Person.id == whose.id).values(role=Role.MATCHER))
    ready = ExportReady((Export.CONTACTS,), FileFormat.CSV, city.clock.now().date())
    await tell(city, city.coordinator, Message(ready, attachment=Attachment.EXPORT))
    await city.settled()
    assert city.coordinator.last_text.startswith("Det finns inte längre")
    assert city.coordinator.last.file_id is None


async def test_whoever_had_to_wait_too_long_for_others_comes_again(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first takes two thirds of a lease, so the second has no half left; it is no larger for that."""
    boss = await city.person("Bo Berg", Role.ADMINISTRATOR)
    make, makes, given_back = making.make, list[Any](), list[str]()
    clock = SimpleNamespace(seconds=lambda: enduring_clock.seconds() + 400 * bool(makes))

    class GivenBackError(LeaseIsOverError):
        def __init__(self, why: str) -> None:
            super().__init__(why)
            given_back.append(why)

    async def makes_slowly(*what: Any, **more: Any) -> None:
        await make(*what, **more)
        while not makes and not await is_waited_for(city):
            await asyncio.sleep(0.01)
        makes.append(what)

    monkeypatch.setattr(making, "make", makes_slowly)
    monkeypatch.setattr(exports, "enduring_clock", clock)
    monkeypatch.setattr(exports, "LeaseIsOverError", GivenBackError)
    for chat in (boss, city.coordinator):
        await chat.says("/exportera")
    for chat in (boss, city.coordinator):
        chat.phone.presses_button("Allt i en arbetsbok")
    await city.settled()
    assert boss.last.file_name == city.coordinator.last.file_name == "Steget-2026-11-23.xlsx"
    assert (len(makes), len(given_back)) == (2, 1)


async def is_waited_for(city: City) -> bool:
    """Whether both files are being sent, so that one of them waits for the other."""

    async def under_way(session: AsyncSession) -> int:
        found = await session.scalars(select(OutboxRow).where(OutboxRow.state == OutboxState.SENDING))
        return len(found.all())

    return await city.asks(under_way) == 2
