"""Pictures of results, over real HTTP: drawn once for all who get the same, and nobody waits for them."""

import asyncio
import sqlite3
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.delivery.files.pictures import Pictures
from bot.delivery.parcel import Parcel
from bot.demo.local_telegram.attachment import picture_size
from domain.language import Language
from domain.placement import TOWARDS_GOAL
from handlers.upkeep import pictures
from messages.message import Attachment, Message
from messages.overview.overview import OverviewShown
from messages.pictures import drawn
from messages.pictures.drawing import Drawing
from messages.pictures.picture import drawing_of
from storage.outbox import Lane, Method, OutboxState
from storage.overview import picture
from tests.city import City
from tests.delivery.outside import PATIENCE, at_work, row_with_id, tell, with_long_leases
from tests.documents import file_of
from tests.messages.pictures.samples import GOAL
from tests.storage.rows import to_send

OVERVIEW = Message(
    OverviewShown(GOAL, TOWARDS_GOAL, decided=None, way=None, own=None, tells_small=True),
    attachment=Attachment.GOAL_PICTURE,
)
A_HUNDRED = 100


class Drawings(list[str]):
    """The hash of each picture that was drawn; one that `may_end` holds up until it is set."""

    def __init__(self) -> None:
        super().__init__()
        self.may_end, self.has_begun = threading.Event(), threading.Event()
        self.may_end.set()
        self._draw = drawn.png

    def __call__(self, drawing: Drawing) -> bytes:
        self.append(drawing.hash)
        self.has_begun.set()
        assert self.may_end.wait(20)
        return self._draw(drawing)


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> Iterator[Drawings]:
    counted = Drawings()
    monkeypatch.setattr(drawn, "png", counted)
    yield counted
    counted.may_end.set()


async def test_a_picture_comes_above_its_words_and_is_the_same_for_all_also_after_a_restart(
    city: City, drawings: Drawings
) -> None:
    await tell(city, city.coordinator, OVERVIEW)
    await tell(city, city.matcher_a, OVERVIEW)
    await city.settled()
    await with_long_leases(city)
    await tell(city, city.matcher_b, OVERVIEW)
    await city.settled()
    shown = [chat.last for chat in (city.coordinator, city.matcher_a, city.matcher_b)]
    assert {(one.kind, one.file_name) for one in shown} == {("photo", "målet.png")}
    assert "26 av 40" in shown[0].words
    assert len({file_of(city, one) for one in shown}) == 1
    assert (picture_size(file_of(city, shown[0])) or (0, 0))[0] == 1080
    assert len(drawings) == 1


async def test_whoever_reads_another_language_gets_a_picture_of_their_own(city: City, drawings: Drawings) -> None:
    await city.matcher_a.says("/sprak en")
    for chat in (city.coordinator, city.matcher_a):
        await tell(city, chat, OVERVIEW)
    await city.settled()
    assert sorted(drawings) == sorted(drawing_of(GOAL, language).hash for language in Language)


async def test_a_hundred_at_once_wait_for_one_drawing(city: City, drawings: Drawings) -> None:
    row = to_send(method=Method.SEND_PHOTO, content=OVERVIEW.content())
    parcel = Parcel(row, Language.SWEDISH, is_silent=False, original=None, begin_before=0.0)
    made = Pictures(city.database, city.clock)
    drawings.may_end.clear()
    waiting = asyncio.gather(*(made.under(parcel) for _ in range(A_HUNDRED)))
    await asyncio.to_thread(drawings.has_begun.wait, 20)
    drawings.may_end.set()
    assert len({one.file for one in await waiting if one is not None}) == 1
    assert len(drawings) == 1


async def test_nobody_waits_while_a_picture_is_drawn(city: City, drawings: Drawings) -> None:
    drawings.may_end.clear()
    await tell(city, city.coordinator, OVERVIEW)
    await asyncio.to_thread(drawings.has_begun.wait, 20)
    city.maleri.phone.says("/hjalp")
    async with asyncio.timeout(20):
        while "Det här kan du göra" not in city.maleri.last_text:
            await asyncio.sleep(0.01)
    assert city.coordinator.received == []
    drawings.may_end.set()
    await city.settled()
    assert city.coordinator.last.kind == "photo"


async def test_a_picture_that_cant_be_drawn_is_its_own_trouble_alone(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_drawing: Drawing) -> bytes:
        raise RuntimeError("broken")

    monkeypatch.setattr(drawn, "png", breaks)
    row_id = await tell(city, city.coordinator, OVERVIEW)
    await city.settled()
    assert (await row_with_id(city, row_id)).state is OutboxState.DEAD
    await city.coordinator.says("/hjalp")
    assert "Det här kan du göra" in city.coordinator.last_text


async def test_while_the_database_is_in_trouble_no_picture_is_lost_not_even_of_a_broadcast(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble, find = iter([OperationalError("SELECT", {}, sqlite3.OperationalError("disk I/O error"))] * 2), picture.find

    async def in_trouble(session: AsyncSession, picture_hash: str) -> bytes | None:
        if error := next(trouble, None):
            raise error
        return await find(session, picture_hash)

    monkeypatch.setattr(picture, "find", in_trouble)
    row_id = await tell(city, city.coordinator, OVERVIEW, lane=Lane.BROADCAST)
    async with asyncio.timeout(PATIENCE):
        while (row := await row_with_id(city, row_id)).state is not OutboxState.SENT:
            await asyncio.sleep(0.01)
    assert city.coordinator.last.kind == "photo"
    assert row.possible_copies == 0


async def test_after_a_month_a_picture_is_forgotten_and_drawn_again_where_it_is_asked_for(
    city: City, drawings: Drawings
) -> None:
    await tell(city, city.coordinator, OVERVIEW)
    await city.settled()
    async with city.database.write() as session:
        assert await picture.find(session, drawings[0]) is not None
    city.clock.advance(pictures.KEPT_FOR + timedelta(hours=1))
    assert not await at_work(city, "forget", pictures.forget_old)
    await tell(city, city.coordinator, OVERVIEW)
    await city.settled()
    assert len(drawings) == 2
