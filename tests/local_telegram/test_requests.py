import asyncio
from typing import Any

import aiohttp
import pytest

from bot.demo.local_telegram import LocalTelegram, Phone

from .api import KEYBOARD, Api


def as_form(fields: dict[str, str]) -> dict[str, Any]:
    return {"data": fields}


def as_multipart(fields: dict[str, str]) -> dict[str, Any]:
    with aiohttp.MultipartWriter("form-data") as writer:
        for name, value in fields.items():
            writer.append(value).set_content_disposition("form-data", name=name)
    return {"data": writer}


def as_json(fields: dict[str, str]) -> dict[str, Any]:
    return {"json": fields}


def as_query(fields: dict[str, str]) -> dict[str, Any]:
    return {"params": fields}


@pytest.mark.parametrize("encoding", [as_form, as_multipart, as_json, as_query])
@pytest.mark.parametrize("text", ["42", "true", "null", "[1]", "007"])
async def test_a_text_that_looks_like_something_else_stays_a_text(
    api: Api, anna: Phone, telegram: LocalTelegram, encoding: Any, text: str
) -> None:
    fields = {"chat_id": str(anna.user_id), "text": text, "disable_notification": "true"}
    answer = await api.posts("sendMessage", **encoding(fields))
    assert answer["result"]["text"] == text
    assert anna.messages[-1].silent
    logged = telegram.requests[-1].parameters
    assert logged == {"chat_id": anna.user_id, "text": text, "disable_notification": True}


async def test_json_may_carry_its_own_types(api: Api, anna: Phone) -> None:
    fields: dict[str, Any] = {"chat_id": anna.user_id, "text": 42, "disable_notification": True, "parse_mode": None}
    fields["reply_markup"] = KEYBOARD
    answer = await api.posts("sendMessage", json=fields)
    assert answer["result"]["text"] == "42"
    assert answer["result"]["reply_markup"] == KEYBOARD
    assert anna.messages[-1].silent


async def test_a_wrong_token_is_unauthorized(api: Api) -> None:
    api.token = "4242:wrong"
    assert await api.answer("getMe") == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_an_unknown_method_is_not_found(api: Api) -> None:
    assert (await api.answer("sendMoney"))["error_code"] == 404


async def test_methods_may_be_spelt_in_any_case_and_called_by_get(api: Api) -> None:
    async with api.session.get(api.url("GETme")) as response:
        answer = await response.json()
    assert answer["result"]["username"] == "steget_demo_bot"


async def test_a_broken_json_body_is_refused(api: Api) -> None:
    answer = await api.posts("getMe", data=b"{", headers={"Content-Type": "application/json"})
    assert answer["error_code"] == 400


async def test_the_log_knows_what_was_asked_and_answered_but_never_the_token(
    api: Api, anna: Phone, telegram: LocalTelegram
) -> None:
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej")
    await api.refusal("sendMessage", chat_id=1, text="Hej")
    sent, refused = telegram.requests
    assert (sent.method, sent.applied, sent.answered) == ("sendMessage", True, True)
    assert (refused.applied, refused.answered) == (False, True)
    assert telegram.token not in repr(telegram.requests) + repr(telegram)


async def test_many_requests_at_once_are_all_answered(api: Api, anna: Phone) -> None:
    await asyncio.gather(*(api.result("sendMessage", chat_id=anna.user_id, text=str(n)) for n in range(50)))
    assert sorted(int(message.text) for message in anna.received()) == list(range(50))
