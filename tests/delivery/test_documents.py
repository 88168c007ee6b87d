"""A document is made when it is first sent, once, whatever happens meanwhile, and the same file goes to everyone."""

import asyncio
import hashlib
import logging
from secrets import token_bytes
from typing import Any

import pytest
from sqlalchemy import inspect, select

from bot.delivery import deliverer
from bot.delivery.files import documents
from bot.delivery.files.documents import Documents
from bot.delivery.parcel import Parcel
from domain.document import DocumentFormat, DocumentKind
from domain.language import Language
from domain.ledger_event import LedgerEvent
from handlers.documents import showing
from handlers.handling.work import Work
from messages.message import Message
from storage import outbox
from storage.database import Database
from storage.documents import document
from storage.documents.document import Document
from storage.ledger import GENESIS, LedgerRow
from storage.outbox import OutboxState
from tests.city import City
from tests.delivery.outside import PATIENCE, at_work, person_of, row_with_id
from tests.documents import file_of, last_document
from tests.storage.rows import NOW, to_send

ANYTHING = {"told": "nothing in particular"}


class Maker:
    """Makes another file each time, as no maker should."""

    def __init__(self) -> None:
        self.files: list[bytes] = []

    def __call__(self, _wanted: Any) -> bytes:
        self.files.append(b"%PDF-" + token_bytes(8))
        return self.files[-1]


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> Maker:
    made = Maker()
    monkeypatch.setattr(documents, "made_somewhere", made)
    return made


def a_page() -> Document:
    """A page that is asked for and not made; it is about no contract."""
    return Document(
        kind=DocumentKind.COUNCIL_PAGE,
        format=DocumentFormat.PDF,
        language=Language.SWEDISH,
        year=2026,
        facts=ANYTHING,
        ledger_head=GENESIS,
        asked_at=NOW,
    )


async def sends_page(city: City) -> tuple[int, int]:
    """A page is on its way to Karin; its id, and that of the message."""
    karin = await person_of(city, city.coordinator)

    async def act(work: Work) -> tuple[int, int]:
        ordered = await document.order(work.session, a_page())
        below = await showing.shown(work, ordered)
        row_id = await work.tell(karin, below.message, about=below.about)
        assert row_id is not None
        return ordered.id, row_id

    return await at_work(city, "page", act)


async def whole(database: Database, document_id: int) -> Document:
    async with database.read() as session:
        found = await document.whole(session, document_id)
    assert found is not None
    return found


async def made_rows(database: Database) -> int:
    async with database.read() as session:
        made = LedgerRow.event == LedgerEvent.DOCUMENT_MADE.value
        return len((await session.scalars(select(LedgerRow).where(made))).all())


async def killed(*_: Any) -> None:
    """The process is gone before anything is sent."""
    raise asyncio.CancelledError


async def test_killed_between_making_and_sending_the_same_file_goes(
    city: City, maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(deliverer, "send", killed)
        document_id, row_id = await sends_page(city)
        async with asyncio.timeout(PATIENCE):
            while (kept := await whole(city.database, document_id)).content is None:
                await asyncio.sleep(0.005)
        await city.stop()
    assert (await row_with_id(city, row_id)).state is OutboxState.SENDING
    await city.restart()
    await city.settled()
    assert [file_of(city, last_document(city.coordinator))] == maker.files == [kept.content]
    assert kept.sha256 == hashlib.sha256(maker.files[0]).hexdigest()
    assert await made_rows(city.database) == 1


async def test_where_two_make_it_at_once_there_is_one_file(city: City, maker: Maker) -> None:
    async def act(work: Work) -> tuple[int, Message]:
        ordered = await document.order(work.session, a_page())
        return ordered.id, (await showing.shown(work, ordered)).message

    document_id, message = await at_work(city, "page", act)
    row, asked = to_send(content=message.content()), await whole(city.database, document_id)
    parcel = Parcel(row, Language.SWEDISH, is_silent=False, original=None, begin_before=0.0, document=asked)
    kept_ones = Documents(city.database, city.clock, city.program.city)
    both = await asyncio.gather(*(kept_ones.under(parcel) for _ in range(2)))
    files = {done.file.content for done in both if done is not None and done.file is not None}
    assert len(maker.files) == 2
    assert files == {(await whole(city.database, document_id)).content}
    assert await made_rows(city.database) == 1


async def test_what_cant_be_made_is_as_any_message_that_cant_be_sent_and_nothing_is_lost(
    city: City, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    words = "what was told"

    def broken(_wanted: Any) -> bytes:
        raise ValueError(words)

    with monkeypatch.context() as patched, caplog.at_level(logging.ERROR):
        patched.setattr(documents, "made_somewhere", broken)
        document_id, row_id = await sends_page(city)
        await city.coordinator.says("/hjalp")
    assert (await row_with_id(city, row_id)).state is OutboxState.DEAD
    assert (await city.asks(outbox.count_by_state))[OutboxState.DEAD] == 1, "what `steget status` shows"
    assert "has no file" in caplog.text
    assert words not in caplog.text
    kept = await whole(city.database, document_id)
    assert (kept.facts, kept.content) == (ANYTHING, None)
    monkeypatch.setattr(documents, "made_somewhere", lambda _wanted: b"%PDF-mended")
    await city.coordinator.presses_forged(f"doa:{document_id}")
    assert file_of(city, last_document(city.coordinator)) == b"%PDF-mended"


async def test_neither_the_file_nor_what_it_tells_is_loaded_for_a_list(database: Database) -> None:
    async with database.write() as session:
        ordered = await document.order(session, a_page())
        await document.keep(session, ordered.id, b"%PDF", sha256="0" * 64, now=NOW)
    async with database.read() as session:
        (listed,) = (await session.scalars(select(Document))).all()
        assert {"facts", "content"} <= inspect(listed).unloaded
        found = await document.find(session, ordered.id)
    assert found is not None
    assert "content" in inspect(found).unloaded
