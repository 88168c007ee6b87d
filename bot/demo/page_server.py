"""The demo page's routes: the page and its files, the live line, and what a person can do there."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from sse_starlette import EventSourceResponse
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.demo.city_description import DemoCity, Label
from bot.demo.local_telegram import Message, Phone
from bot.demo.page.bodies import RefusedError, file_body, json_body, number_field, text_field, with_clear_refusals
from bot.demo.page.feed import OpenPages
from bot.demo.page.headers import PageHeaders
from bot.demo.page.sample_file import SAMPLE_NAME, sample_file
from bot.demo.page.sample_photo import sample_photo
from bot.demo.page.state import Json
from domain.language import Language
from messages.pictures import drawn
from messages.pictures.drawing import Colours
from messages.pictures.picture import card_of

FILES = Path(__file__).parent / "page" / "static"
HEARTBEAT_SECONDS = 15
LONGEST_TYPED = 8192  # two of Telegram's messages: so a text that is split in two can be tried
LONGEST_CODE = 64
LONGEST_FILE_NAME = 255
LONGEST_DATA = 64
LARGEST_ID = 2**31
PICTURES = {"image/png", "image/jpeg"}
GUARDED = [Middleware(PageHeaders)]


def page_routes(city: DemoCity) -> list[BaseRoute]:
    """Everything that the page needs, for a server on this computer."""
    page = _Page(city)
    return [
        Route("/", _the_page, middleware=GUARDED),
        Mount("/static", StaticFiles(directory=FILES), middleware=GUARDED),
        Route("/events", page.events, middleware=GUARDED),
        Route("/goal.svg", with_clear_refusals(page.goal), middleware=GUARDED),
        Route(
            "/phones/{user_id:int}/files/{message_id:int}",
            with_clear_refusals(page.file),
            middleware=GUARDED,
        ),
        _action("/phones", page.add_phone),
        _action("/phones/{user_id:int}/say", page.say),
        _action("/phones/{user_id:int}/press", page.press),
        _action("/phones/{user_id:int}/photo", page.send_photo),
        _action("/phones/{user_id:int}/sample-file", page.send_sample_file),
        Route("/phones/{user_id:int}/file", with_clear_refusals(page.send_file), methods=["POST"], middleware=GUARDED),
        _action("/phones/{user_id:int}/open-link", page.open_link),
        _action("/clock/advance", page.advance_clock),
    ]


def _action(path: str, act: Callable[[Request, Json], Awaitable[Json]]) -> Route:
    async def answer(request: Request) -> Response:
        body = await json_body(request)
        return JSONResponse(await act(request, body))

    return Route(path, with_clear_refusals(answer), methods=["POST"], middleware=GUARDED)


async def _the_page(_request: Request) -> Response:
    return FileResponse(FILES / "index.html", media_type="text/html")


class _Page:
    """What a person at the page can do, each a small method that returns what to answer."""

    def __init__(self, city: DemoCity) -> None:
        self._city = city
        self._open_pages = OpenPages()
        self._clock_is_moving = asyncio.Lock()

    async def events(self, _request: Request) -> Response:
        return EventSourceResponse(self._open_pages.follow(self._city), ping=HEARTBEAT_SECONDS)

    async def goal(self, request: Request) -> Response:
        goal, asked = self._city.describe().goal, request.query_params
        try:
            card = card_of(goal, Language(asked.get("language", "")), Colours(asked.get("colours", "")))
        except ValueError as error:
            raise RefusedError(404, Label("Den bilden finns inte.", "There is no such picture.")) from error
        return Response(await asyncio.to_thread(drawn.svg, card), media_type="image/svg+xml")

    async def add_phone(self, _request: Request, _body: Json) -> Json:
        phone = self._city.add_phone()
        self._open_pages.ring()
        return {"user_id": phone.user_id, "name": phone.name}

    async def say(self, request: Request, body: Json) -> Json:
        phone = self._phone(request)
        text = text_field(body, "text", longest=LONGEST_TYPED)
        reply_to = None
        if body.get("reply_to") is not None:
            reply_to = _known_message(phone, number_field(body, "reply_to", most=LARGEST_ID)).message_id
        try:
            return {"message_ids": phone.says(text, reply_to=reply_to)}
        except ValueError as error:  # nothing but characters that no client would send
            raise RefusedError(400, Label("Texten är tom.", "The text is empty.")) from error

    async def press(self, request: Request, body: Json) -> Json:
        phone = self._phone(request)
        message = _known_message(phone, number_field(body, "message_id", most=LARGEST_ID))
        data = text_field(body, "data", longest=LONGEST_DATA)
        return {"press": phone.presses(message.message_id, data)}

    async def send_photo(self, request: Request, _body: Json) -> Json:
        self._phone(request).sends_photo(sample_photo())
        return {}

    async def send_sample_file(self, request: Request, _body: Json) -> Json:
        self._phone(request).sends_document(SAMPLE_NAME, sample_file())
        return {}

    async def send_file(self, request: Request) -> Response:
        phone = self._phone(request)
        name = text_field({"name": request.query_params.get("name")}, "name", longest=LONGEST_FILE_NAME)
        phone.sends_document(name, await file_body(request))
        return JSONResponse({})

    async def file(self, request: Request) -> Response:
        phone = self._phone(request)
        message = _known_message(phone, request.path_params["message_id"])
        file = self._city.telegram.shelf.find(message.file_id)
        if file is None:
            raise RefusedError(404, Label("Den filen finns inte.", "There is no such file."))
        # Pictures are shown in the chat; anything else is only ever saved, so that it can't act as a page.
        shown = "inline" if file.mime_type in PICTURES else "attachment"
        headers = {"Content-Disposition": f"{shown}; filename*=UTF-8''{quote(file.file_name)}"}
        return Response(file.content, media_type=file.mime_type, headers=headers)

    async def open_link(self, request: Request, body: Json) -> Json:
        phone = self._phone(request)
        phone.opens_link(text_field(body, "code", longest=LONGEST_CODE))
        return {}

    async def advance_clock(self, _request: Request, body: Json) -> Json:
        move = self._clock_move(body)
        if self._clock_is_moving.locked():
            raise RefusedError(409, Label("Klockan går redan framåt.", "The clock is already moving."))
        async with self._clock_is_moving:
            await move()
        self._open_pages.ring()
        return {"now": self._city.describe().now.isoformat()}

    def _clock_move(self, body: Json) -> Callable[[], Awaitable[None]]:
        if body.get("to_next") is True:
            return self._city.advance_to_next
        if "days" in body:
            by = timedelta(days=number_field(body, "days", most=366))
        else:
            by = timedelta(hours=number_field(body, "hours", most=24 * 366))
        return lambda: self._city.advance(by)

    def _phone(self, request: Request) -> Phone:
        phone = self._city.telegram.phones.get(request.path_params["user_id"])
        if phone is None:
            raise RefusedError(404, Label("Den telefonen finns inte.", "There is no such phone."))
        return phone


def _known_message(phone: Phone, message_id: int) -> Message:
    message = phone.message(message_id)
    if message is None:
        raise RefusedError(404, Label("Meddelandet finns inte längre.", "The message is no longer there."))
    return message
