import asyncio
import gc
import time
from typing import Any

from bot.demo.local_telegram import LocalTelegram, Phone
from bot.demo.local_telegram.updates import UpdateQueue

from .api import Api


async def test_a_long_poll_wakes_up_at_once_when_somebody_writes(api: Api, anna: Phone) -> None:
    poll = asyncio.create_task(api.result("getUpdates", timeout=30))
    await asyncio.sleep(0.1)
    said_at = time.monotonic()
    anna.says("Hej")

    updates = await poll

    assert updates[0]["message"]["text"] == "Hej"
    assert time.monotonic() - said_at < 0.5


async def test_a_long_poll_with_nothing_to_tell_waits_out_its_time(api: Api) -> None:
    began_at = time.monotonic()
    assert await api.result("getUpdates", timeout=1) == []
    assert 0.9 < time.monotonic() - began_at < 3


async def test_an_update_stays_until_a_later_offset_confirms_it(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    anna.says("ett")
    anna.says("två")
    first, second = await api.result("getUpdates")
    assert await api.result("getUpdates") == [first, second]

    assert await api.result("getUpdates", offset=second["update_id"]) == [second]

    assert telegram.updates_waiting == 1
    assert await api.result("getUpdates", offset=second["update_id"] + 1) == []
    assert telegram.updates_waiting == 0


async def test_update_ids_rise_by_one(api: Api, anna: Phone) -> None:
    for text in "abc":
        anna.says(text)
    first, second, third = [update["update_id"] for update in await api.result("getUpdates")]
    assert (second, third) == (first + 1, first + 2)


async def test_a_limit_holds_back_the_rest(api: Api, anna: Phone) -> None:
    for number in range(120):
        anna.says(str(number))
    assert len(await api.result("getUpdates", limit=3)) == 3
    assert len(await api.result("getUpdates")) == 100


async def test_a_negative_offset_forgets_all_but_the_last(api: Api, anna: Phone) -> None:
    for text in "abc":
        anna.says(text)
    (last,) = await api.result("getUpdates", offset=-1)
    assert last["message"]["text"] == "c"


async def test_a_second_poller_ends_the_first_one_with_a_conflict(api: Api, anna: Phone) -> None:
    older = asyncio.create_task(api.answer("getUpdates", timeout=30))
    await asyncio.sleep(0.1)
    newer = asyncio.create_task(api.result("getUpdates", timeout=30))

    conflict = await older

    assert conflict["error_code"] == 409
    assert conflict["description"].startswith("Conflict: terminated by other getUpdates request")
    anna.says("Hej")
    assert len(await newer) == 1


async def test_each_update_is_delivered_three_times_when_told_so(
    api: Api, anna: Phone, telegram: LocalTelegram
) -> None:
    telegram.faults.delivers_each_update(times=3)
    anna.says("Hej")
    (first,) = await api.result("getUpdates")
    after = first["update_id"] + 1

    assert await api.result("getUpdates", offset=after) == [first]
    assert await api.result("getUpdates", offset=after) == [first]
    assert await api.result("getUpdates", offset=after) == []
    assert telegram.updates_waiting == 0


async def test_a_raw_update_is_handed_over_as_it_is(api: Api, telegram: LocalTelegram) -> None:
    update_id = telegram.pushes({"message": {"nonsense": True}})
    async with api.session.post(api.url("getUpdates")) as response:
        answer = await response.json()
    assert answer["result"] == [{"update_id": update_id, "message": {"nonsense": True}}]


async def test_a_raw_update_with_an_old_number_comes_though_the_bot_is_past_it(
    api: Api, anna: Phone, telegram: LocalTelegram
) -> None:
    anna.says("Hej")
    (first,) = await api.result("getUpdates")
    telegram.pushes(first)
    assert await api.result("getUpdates", offset=first["update_id"] + 1) == [first]


async def test_kinds_that_the_bot_does_not_want_are_not_kept(api: Api, anna: Phone) -> None:
    await api.result("getUpdates", allowed_updates=["callback_query"])
    anna.says("Hej")
    anna.presses(1, "x")
    (only,) = await api.result("getUpdates")
    assert "callback_query" in only


async def test_a_poll_that_found_nothing_is_no_conflict_for_those_that_follow() -> None:
    queue, complaints = UpdateQueue(), list[dict[str, Any]]()
    asyncio.get_running_loop().set_exception_handler(lambda _loop, complaint: complaints.append(complaint))
    for _ in range(3):
        assert await queue.take(0, 1, timeout=0.01) == []
    gc.collect()  # a future whose exception nobody asked for complains when it is thrown away
    assert complaints == []


async def test_closing_ends_the_long_poll(api: Api, telegram: LocalTelegram) -> None:
    poll = asyncio.create_task(api.result("getUpdates", timeout=30))
    await asyncio.sleep(0.1)
    await telegram.close()
    assert await asyncio.wait_for(poll, 1) == []
