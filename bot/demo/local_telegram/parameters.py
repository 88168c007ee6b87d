"""What a request says, read without guessing.

A form knows only texts, so a parameter is a number, a truth value or an object only where the Bot API says
that it is one: the text "42" stays a text. A JSON body is turned back into texts first, as the real server
does, so that there is one way of reading.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request as HttpRequest

from bot.demo.local_telegram.refusal import bad_request
from domain.frozen import frozen

INTEGERS = frozenset(
    {
        "cache_time",
        "limit",
        "max_connections",
        "message_id",
        "message_thread_id",
        "offset",
        "reply_to_message_id",
        "timeout",
    }
)
BOOLEANS = frozenset(
    {
        "allow_sending_without_reply",
        "disable_content_type_detection",
        "disable_notification",
        "drop_pending_updates",
        "has_spoiler",
        "protect_content",
        "show_alert",
        "show_caption_above_media",
    }
)
OBJECTS = frozenset(
    {
        "allowed_updates",
        "caption_entities",
        "commands",
        "entities",
        "link_preview_options",
        "reply_markup",
        "reply_parameters",
        "scope",
    }
)
CHAT_IDS = frozenset({"chat_id"})  # a number, or the @name of a public chat

WHOLE_NUMBER = re.compile(r"[+-]?\d{1,19}")


@frozen
class Upload:
    """A file that came with the request."""

    file_name: str
    content: bytes
    content_type: str


class Parameters:
    """The parameters of one request, each read as the type that its method gives it."""

    def __init__(self, texts: Mapping[str, str], uploads: Mapping[str, Upload] | None = None) -> None:
        self._texts = dict(texts)
        self._uploads = dict(uploads or {})

    def text(self, name: str) -> str:
        """A text; an absent one is empty, as Telegram sees it."""
        return self._texts.get(name, "")

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; what is not one counts as absent, as in the real server."""
        return int(self.text(name)) if WHOLE_NUMBER.fullmatch(self.text(name)) else default

    def boolean(self, name: str) -> bool:
        """True for the three spellings that the real server knows."""
        return self.text(name).lower() in {"true", "yes", "1"}

    def json(self, name: str, called: str) -> Any:
        """An object or a list that came as JSON text; None where absent."""
        if not self.text(name):
            return None
        try:
            return json.loads(self.text(name))
        except json.JSONDecodeError as error:
            raise bad_request(f"can't parse {called} JSON object") from error

    def file(self, name: str) -> Upload | str:
        """An uploaded file, or the text (a file id, a link) that stands in its place."""
        given = self.text(name)
        return self._uploads.get(given.removeprefix("attach://") if given else name, given)

    def parsed(self) -> dict[str, Any]:
        """Everything as Python values, for the log that tests read."""
        values = {name: _value(name, text) for name, text in self._texts.items()}
        return {**values, **self._uploads}


def _value(name: str, text: str) -> Any:
    if name in INTEGERS | CHAT_IDS and WHOLE_NUMBER.fullmatch(text):
        return int(text)
    if name in BOOLEANS and text.lower() in {"true", "false"}:
        return text.lower() == "true"
    if name in OBJECTS:
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            return text
    return text


async def read_parameters(request: HttpRequest) -> Parameters:
    """The parameters of a request: its query string and its body, in any of the encodings allowed."""
    texts = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return Parameters({**texts, **_texts_of_json(await request.body())})
    uploads: dict[str, Upload] = {}
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                uploads[name] = await _upload(value)
            else:
                texts[name] = value
    return Parameters(texts, uploads)


def _texts_of_json(body: bytes) -> dict[str, str]:
    try:
        given = json.loads(body or b"{}")
    except ValueError as error:
        raise bad_request("can't parse JSON object") from error
    if not isinstance(given, dict):
        raise bad_request("can't parse JSON object")
    return {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in given.items()
        if value is not None
    }


async def _upload(file: UploadFile) -> Upload:
    content_type = file.content_type or "application/octet-stream"
    return Upload(file.filename or "file", await file.read(), content_type)
