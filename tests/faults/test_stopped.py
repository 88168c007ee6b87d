"""A process that is stopped in its middle, not killed, wakes up past its lease and does nothing that is another's."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import figures, outbox
from storage.outbox import Lane, OutboxState
from tests.chat import Chat
from tests.delivery.outside import message_to
from tests.empty_database import EmptyDatabase, on_postgresql
from tests.faults.process import Outside, outside_city

CHATS = 300
AFTER_WAKING = 3.0
"""Seconds for which a process that has woken up is watched."""

pytestmark = pytest.mark.timeout(300)


async def queue_to_many(outside: Outside) -> list[Chat]:
    """A message to each of so many; both processes hear of it."""
    city = outside.city
    chats = [Chat(city, city.telegram.add_phone(f"Nummer {number}")) for number in range(CHATS)]
    async with city.database.write() as session:
        for number, chat in enumerate(chats):
            chat.phone.has_started = True
            await outbox.queue(session, message_to(chat, f"number {number}.", Lane.DUTY), now=city.clock.now())
    return chats


def sent_so_far(outside: Outside) -> int:
    return sum(request.method == "sendMessage" for request in outside.city.telegram.requests)


@on_postgresql
async def test_a_deliverer_woken_past_its_lease_sends_nothing_that_another_has_sent(
    tmp_path: Path, empty_database: EmptyDatabase, figure: Callable[[str], None]
) -> None:
    async with outside_city(tmp_path, empty_database) as outside:
        second = outside.another_process()
        try:
            await outside.bot.start()
            await outside.bot.says("is the deliverer now")
            await second.start()
            await outside.until_connected(processes=2)
            chats = await queue_to_many(outside)
            await outside.until(lambda: sent_so_far(outside) > 0)
            outside.bot.freeze()
            under_way = (await outside.city.asks(outbox.count_by_state))[OutboxState.SENDING]
            await second.says("is the deliverer now")
            await outside.settled()
            sent = sent_so_far(outside)
            outside.bot.thaw()
            await outside.bot.says("another process is the deliverer now")
            await asyncio.sleep(AFTER_WAKING)
            assert sent_so_far(outside) == sent
        finally:
            await second.stop_for_good()
        assert await outside.told() == {OutboxState.SENT: CHATS}
        copies = sum(len(chat.received) - 1 for chat in chats)
        counted = await outside.city.asks(figures.possibly_doubled)
        figure(f"{under_way} under way when it was stopped, {copies} arrived twice, {counted} counted")
        assert 0 <= copies <= counted <= under_way
