"""Stopped at any moment, a bot ends no transaction in its middle, and the next one goes on."""

import asyncio
import logging
import time
from collections.abc import Callable

import pytest

from storage import figures, outbox
from storage.outbox import OutboxState
from storage.uninterrupted import uninterrupted
from tests.city import City

MOMENTS = [number * 0.006 for number in range(15)]
"""Seconds after the updates came: in the middle of intake, of handling, of delivering."""


async def test_stopped_at_any_moment_it_cuts_no_transaction_off(
    city: City, caplog: pytest.LogCaptureFixture, figure: Callable[[str], None]
) -> None:
    chats = (city.maleri, city.park, city.matcher_a)
    longest = 0.0
    with caplog.at_level(logging.INFO):
        for moment in MOMENTS:
            for chat in chats:
                chat.phone.says("/hjalp")
            await asyncio.sleep(moment)
            began = time.monotonic()
            await city.stop()
            longest = max(longest, time.monotonic() - began)
            await city.restart()
        await city.settled()
    # What SQLAlchemy says of a connection whose transaction was cut off, and which it has to throw away.
    assert "Exception during reset" not in caplog.text
    assert [len(chat.received) for chat in chats] == [len(MOMENTS)] * len(chats)
    assert set(await city.asks(outbox.count_by_state)) == {OutboxState.SENT}
    assert await city.asks(figures.possibly_doubled) == 0
    figure(f"stopped at {len(MOMENTS)} moments; the longest stop took {longest:.2f} s")


async def test_what_is_uninterrupted_comes_to_its_end_and_only_then_is_cancelled() -> None:
    begun, may_end, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def work() -> None:
        begun.set()
        await may_end.wait()
        ended.set()

    async def outer() -> None:
        await uninterrupted(work())

    task = asyncio.create_task(outer())
    await begun.wait()
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set()


async def test_what_is_uninterrupted_gives_its_answer_or_its_failure() -> None:
    async def answers() -> int:
        return 42

    async def fails() -> int:
        raise ValueError("as it is")

    assert await uninterrupted(answers()) == 42
    with pytest.raises(ValueError, match="as it is"):
        await uninterrupted(fails())
