import struct
from typing import Any

import aiohttp
import pytest

from bot.demo.local_telegram import LocalTelegram, Phone
from bot.demo.local_telegram.attachment import PNG, SMALLEST_PICTURE

from .api import Api


def form(anna: Phone, part: str, name: str, content: bytes, **fields: str) -> dict[str, Any]:
    data = aiohttp.FormData({"chat_id": str(anna.user_id), **fields}, quote_fields=False)
    data.add_field(part, content, filename=name)
    return {"data": data}


async def downloaded(api: Api, file_id: str) -> bytes:
    file = await api.result("getFile", file_id=file_id)
    url = f"{api.base_url}/file/bot{api.token}/{file['file_path']}"
    async with api.session.get(url) as response:
        return await response.read()


async def test_a_document_goes_up_and_comes_down_unchanged(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    content = bytes(range(256)) * 100
    fields = {"caption": "<b>Akt</b>", "parse_mode": "HTML", "disable_notification": "true"}
    answer = await api.posts("sendDocument", **form(anna, "document", "akt å.pdf", content, **fields))
    document = answer["result"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("akt å.pdf", "application/pdf")
    assert answer["result"]["caption"] == "Akt"
    assert await downloaded(api, document["file_id"]) == content
    (message,) = anna.received()
    assert (message.kind, message.file_name, message.html) == ("document", "akt å.pdf", "<b>Akt</b>")
    assert telegram.requests[0].parameters["document"].content == content


async def test_a_file_may_be_named_by_attachment_or_by_its_id(api: Api, anna: Phone) -> None:
    attached = form(anna, "part", "a.txt", b"Hej", document="attach://part")
    first = (await api.posts("sendDocument", **attached))["result"]["document"]
    again = await api.result("sendDocument", chat_id=anna.user_id, document=first["file_id"])
    assert again["document"] == first


async def test_a_photo_has_its_size(api: Api, anna: Phone) -> None:
    answer = await api.posts("sendPhoto", **form(anna, "photo", "a.png", SMALLEST_PICTURE))
    assert answer["result"]["photo"][0]["width"] == 1
    assert anna.received()[0].kind == "photo"
    assert anna.received()[0].caption is None


@pytest.mark.parametrize(
    ("part", "content", "complaint"),
    [
        ("document", b"", "file must be non-empty"),
        ("photo", b"no picture", "IMAGE_PROCESS_FAILED"),
        ("photo", PNG + bytes(8) + struct.pack(">II", 9000, 2000) + b"x", "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_file_that_telegram_can_not_use_is_refused(
    api: Api, anna: Phone, part: str, content: bytes, complaint: str
) -> None:
    method = {"document": "sendDocument", "photo": "sendPhoto"}[part]
    answer = await api.posts(method, **form(anna, part, "a.bin", content))
    assert answer["description"] == f"Bad Request: {complaint}"


async def test_a_caption_is_shorter_than_a_text(api: Api, anna: Phone) -> None:
    sent = await api.posts("sendDocument", **form(anna, "document", "a.txt", b"x", caption="x" * 1024))
    assert sent["ok"]
    refused = await api.posts("sendDocument", **form(anna, "document", "a.txt", b"x", caption="x" * 1025))
    assert refused["description"] == "Bad Request: message caption is too long"


async def test_a_caption_can_be_edited_but_not_a_text_that_is_none(api: Api, anna: Phone) -> None:
    await api.posts("sendDocument", **form(anna, "document", "a.txt", b"x"))
    where = {"chat_id": anna.user_id, "message_id": 1}
    assert (await api.result("editMessageCaption", caption="Akt", **where))["caption"] == "Akt"
    refusal = await api.refusal("editMessageText", text="Akt", **where)
    assert refusal == "Bad Request: there is no text in the message to edit"


async def test_what_a_person_sends_can_be_downloaded(api: Api, anna: Phone) -> None:
    anna.sends_document("cv.pdf", b"%PDF", caption="Mitt cv")
    (update,) = await api.result("getUpdates")
    assert await downloaded(api, update["message"]["document"]["file_id"]) == b"%PDF"


async def test_files_that_are_not_there_are_not_found(api: Api) -> None:
    refusal = await api.refusal("getFile", file_id="x")
    assert refusal == "Bad Request: wrong file_id or the file is temporarily unavailable"
    async with api.session.get(f"{api.base_url}/file/bot{api.token}/documents/no.pdf") as response:
        assert response.status == 404
    async with api.session.get(f"{api.base_url}/file/bot1:wrong/documents/no.pdf") as response:
        assert response.status == 401
