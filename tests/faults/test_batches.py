"""Many updates in one transaction: each by itself, and none for long."""

import asyncio
import time
from typing import Any

import pytest
from sqlalchemy import select

from bot import coming_in, dispatch
from handlers.handling.work import Work
from handlers.people import language
from handlers.registry import BUTTONS
from handlers.slots.report import reporting
from storage import inbox
from storage.inbox import InboxRow, InboxState
from storage.people.person import Person
from tests.city import City

SLOW, MANY = 0.06, 12


async def test_where_there_is_no_time_for_more_each_update_has_a_transaction_of_its_own(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.coordinator.says("/hjalp")  # what comes first of all is only kept
    for part in (dispatch, coming_in):
        monkeypatch.setattr(part, "LONGEST_BATCH", 0.0)
    chats = (city.maleri, city.park, city.matcher_a, city.matcher_b)
    for chat in chats:
        for _ in range(3):
            chat.phone.says("/hjalp")
    await city.settled()
    assert [len(chat.received) for chat in chats] == [3] * len(chats)


async def test_nobody_waits_for_all_who_came_in_the_same_batch(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    await city.park.says("/hjalp")
    begun, begin = list[str](), reporting.begin

    async def takes_its_time(work: Work, *args: Any) -> Any:
        begun.append(work.key)
        time.sleep(SLOW)  # noqa: ASYNC251  it keeps the processor busy, as handling does
        return await begin(work, *args)

    monkeypatch.setattr(reporting, "begin", takes_its_time)
    for chat in (city.maleri, *[city.park] * MANY):
        chat.phone.says("/rapportera")
    while not city.maleri.received:
        await asyncio.sleep(0.001)
    assert len(begun) < MANY
    await city.settled()
    # On a busy machine one may have waited for another, and was begun again.
    kept = (await city.asks(lambda session: session.scalars(select(InboxRow.id).order_by(InboxRow.id)))).all()[1:]
    assert len(kept) == MANY + 1
    assert {f"update:{row_id}" for row_id in kept} <= set(begun)


async def test_one_that_fails_in_a_batch_leaves_nothing_but_its_row_with_the_attempt_counted(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.maleri.says("/sprak")
    counted = list[int]()

    async def writes_and_raises(work: Work, actor: Person, _press: Any) -> None:
        row = await work.session.get_one(InboxRow, int(work.key.partition(":")[2]))
        counted.append(row.attempts)
        actor.name = "Somebody else"
        await work.session.flush()
        raise RuntimeError("it fails each time")

    monkeypatch.setitem(BUTTONS, language.CHOOSE, writes_and_raises)
    city.matcher_a.phone.says("/hjalp")
    city.maleri.phone.presses_button("English")
    city.matcher_b.phone.says("/hjalp")
    await city.settled()
    assert counted == [0, 2, 3]  # first among others, and then by itself, counted when it was begun
    assert (await city.asks(lambda session: session.get_one(Person, 1))).name != "Somebody else"
    assert [len(chat.received) for chat in (city.matcher_a, city.matcher_b)] == [1, 1]
    assert (await city.asks(inbox.count_by_state))[InboxState.SET_ASIDE] == 1
