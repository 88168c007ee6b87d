"""The files as they go out in the chat, read by every library: in winter, in summer, on the days of the change."""

from datetime import UTC, datetime

import pytest

from tests.calendars.reading import READERS
from tests.chat import Chat
from tests.city import City
from tests.conversations.meetings import calls_off, walks_move
from tests.each import each
from tests.meetings import contract_of

SUNDAY = 6
MEETINGS = {
    "a winter meeting": ("2027-01-14", datetime(2027, 1, 14, 9, tzinfo=UTC)),
    "a summer meeting": ("2027-06-10", datetime(2027, 6, 10, 8, tzinfo=UTC)),
    "the last working day before summer time": ("2027-03-25", datetime(2027, 3, 25, 9, tzinfo=UTC)),
    "the day of summer time": ("2027-03-28", datetime(2027, 3, 28, 8, tzinfo=UTC)),
    "the day of winter time": ("2027-10-31", datetime(2027, 10, 31, 9, tzinfo=UTC)),
}


def files(chat: Chat) -> list[bytes]:
    found = [chat.city.telegram.shelf.find(message.file_id) for message in chat.received]
    return [file.content for file in found if file is not None]


async def test_each_library_reads_the_right_hour(city: City, subtests: pytest.Subtests) -> None:
    contract_id = await contract_of(city, city.maleri)
    for name, (on, right) in MEETINGS.items():
        await city.coordinator.schedules_meeting(contract_id, on=on, is_day_off=right.weekday() == SUNDAY)
        for chat in (city.maleri, city.coordinator):
            for reader, read in READERS.items():
                with each(subtests, f"{name}, {reader}"):
                    found = read(files(chat)[-1])
                    assert (found.method, found.status, found.sequence) == ("PUBLISH", "CONFIRMED", 0)
                    assert found.starts_at == right


async def test_an_update_replaces_and_a_cancellation_cancels_in_each(city: City, subtests: pytest.Subtests) -> None:
    await city.coordinator.schedules_meeting(await contract_of(city, city.maleri), on="2027-03-25")
    await walks_move(city.coordinator, to="2027-03-30", at="13.30", reason="1")
    await calls_off(city.coordinator)
    for reader, read in READERS.items():
        with each(subtests, reader):
            first, moved, cancelled = map(read, files(city.maleri))
            assert first.uid == moved.uid == cancelled.uid
            assert (first.sequence, moved.sequence, cancelled.sequence) == (0, 1, 2)
            assert first.starts_at == datetime(2027, 3, 25, 9, tzinfo=UTC)
            assert moved.starts_at == cancelled.starts_at == datetime(2027, 3, 30, 11, 30, tzinfo=UTC)
            assert (moved.method, moved.status) == ("PUBLISH", "CONFIRMED")
            assert (cancelled.method, cancelled.status) == ("CANCEL", "CANCELLED")
