import asyncio
import time

import aiohttp
import pytest

from bot.demo.local_telegram import LocalTelegram, Phone

from .api import Api


async def test_429_names_the_seconds_to_be_silent(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    telegram.faults.too_many_requests(retry_after=7, times=2)
    for _ in range(2):
        answer = await api.answer("sendMessage", chat_id=anna.user_id, text="Hej")
        assert answer == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej")
    assert len(anna.received()) == 1


async def test_403_and_400_come_on_order(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    to_anna = {"chat_id": anna.user_id, "text": "Hej"}
    telegram.faults.forbidden("user is deactivated")
    telegram.faults.bad_request("have a nice day")
    assert await api.refusal("sendMessage", **to_anna) == "Forbidden: user is deactivated"
    assert await api.refusal("sendMessage", **to_anna) == "Bad Request: have a nice day"
    assert anna.received() == []


async def test_a_server_error_is_a_page_as_a_proxy_makes_it_or_json(
    api: Api, anna: Phone, telegram: LocalTelegram
) -> None:
    telegram.faults.server_error(502)
    async with api.session.post(api.url("getMe")) as response:
        assert (response.status, response.content_type) == (502, "text/html")
        assert "<html>" in await response.text()
    telegram.faults.server_error(500, as_html=False)
    assert (await api.answer("sendMessage", chat_id=anna.user_id, text="Hej"))["error_code"] == 500
    assert anna.received() == []


async def test_a_fault_hits_only_the_method_and_the_chat_it_is_meant_for(
    api: Api, anna: Phone, telegram: LocalTelegram
) -> None:
    bo = telegram.add_phone("Bo")
    bo.has_started = True
    telegram.faults.bad_request("no", method="sendMessage", chat_id=bo.user_id, times=None)
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej")
    await api.result("sendChatAction", chat_id=bo.user_id, action="typing")
    for _ in range(3):
        await api.refusal("sendMessage", chat_id=bo.user_id, text="Hej")
    telegram.faults.clear()
    await api.result("sendMessage", chat_id=bo.user_id, text="Hej")


async def test_a_fault_for_any_method_spares_the_long_poll(api: Api, telegram: LocalTelegram) -> None:
    telegram.faults.bad_request("no")
    await api.result("getUpdates")
    assert await api.refusal("getMe") == "Bad Request: no"
    telegram.faults.bad_request("no", method="getUpdates")
    assert await api.refusal("getUpdates") == "Bad Request: no"


async def test_a_hanging_request_goes_on_after_its_seconds(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    telegram.faults.hangs(0.3)
    began_at = time.monotonic()
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej")
    assert time.monotonic() - began_at >= 0.3
    assert len(anna.received()) == 1


async def test_a_hanging_request_goes_on_when_it_is_released(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    hang = telegram.faults.hangs()
    sending = asyncio.create_task(api.result("sendMessage", chat_id=anna.user_id, text="Hej"))
    await asyncio.wait_for(hang.began.wait(), 1)
    assert anna.received() == []
    hang.release()
    await sending
    assert len(anna.received()) == 1


@pytest.mark.parametrize("is_applied_first", [True, False])
async def test_a_bot_that_gives_up_on_a_hanging_request_never_learns_what_came_of_it(
    api: Api, anna: Phone, telegram: LocalTelegram, *, is_applied_first: bool
) -> None:
    hang = telegram.faults.hangs(is_applied_first=is_applied_first)
    patience = aiohttp.ClientTimeout(total=0.2)
    with pytest.raises(TimeoutError):
        await api.posts("sendMessage", data={"chat_id": anna.user_id, "text": "Hej"}, timeout=patience)
    await asyncio.sleep(0.1)  # the server learns of it
    hang.release()
    await asyncio.sleep(0.1)
    assert len(anna.received()) == int(is_applied_first)
    assert telegram.requests[-1].applied is is_applied_first


async def test_a_connection_cut_before_accepting_leaves_nothing_done(
    api: Api, anna: Phone, telegram: LocalTelegram
) -> None:
    telegram.faults.cuts_before_accepting(method="sendMessage")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await api.answer("sendMessage", chat_id=anna.user_id, text="Hej")
    assert anna.received() == []
    assert (telegram.requests[-1].applied, telegram.requests[-1].answered) == (False, False)
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej")


async def test_a_connection_cut_after_accepting_leaves_all_done(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    telegram.faults.cuts_after_accepting(method="sendMessage")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await api.answer("sendMessage", chat_id=anna.user_id, text="Hej")
    assert [message.text for message in anna.received()] == ["Hej"]
    assert (telegram.requests[-1].applied, telegram.requests[-1].answered) == (True, False)


async def test_closing_lets_go_of_everything_that_hangs(api: Api, telegram: LocalTelegram) -> None:
    hang = telegram.faults.hangs()
    asking = asyncio.create_task(api.result("getMe"))
    await hang.began.wait()
    await telegram.close()
    await asyncio.wait_for(asking, 1)
