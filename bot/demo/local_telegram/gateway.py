"""The Bot API over HTTP: from a request to a method, and from its result to an answer."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request as HttpRequest
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.demo.local_telegram import asking, describing, editing, fetching, menu_setting, sending
from bot.demo.local_telegram.cut import CutConnection
from bot.demo.local_telegram.faults import Fault
from bot.demo.local_telegram.parameters import Parameters, read_parameters
from bot.demo.local_telegram.refusal import RefusedError
from bot.demo.local_telegram.request import Request
from bot.demo.local_telegram.telegram import LocalTelegram

Method = Callable[[LocalTelegram, Parameters], Awaitable[Any]]

METHODS: dict[str, Method] = {
    "getMe": asking.get_me,
    "getUpdates": fetching.get_updates,
    "setWebhook": fetching.set_webhook,
    "deleteWebhook": fetching.delete_webhook,
    "getWebhookInfo": fetching.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendDocument": sending.send_document,
    "sendPhoto": sending.send_photo,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "pinChatMessage": editing.pin_chat_message,
    "unpinChatMessage": editing.unpin_chat_message,
    "answerCallbackQuery": sending.answer_callback_query,
    "getFile": asking.get_file,
    "setMyCommands": menu_setting.set_my_commands,
    "getMyCommands": menu_setting.get_my_commands,
    "deleteMyCommands": menu_setting.delete_my_commands,
    "setMyDescription": describing.set_my_description,
    "getMyDescription": describing.get_my_description,
    "setMyShortDescription": describing.set_my_short_description,
    "getMyShortDescription": describing.get_my_short_description,
    "getChat": asking.get_chat,
    "leaveChat": asking.leave_chat,
}
DOWNLOAD = "download"
"""What a fault calls the fetching of a file: no method, but it can fail like one."""

NAMES = {name.lower(): name for name in METHODS}  # Telegram doesn't mind how a method is spelt


class Gateway:
    """Answers the bot's requests."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[BaseRoute]:
        """Methods, and downloads."""
        return [
            Route("/bot{token}/{method}", self._method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._download),
        ]

    async def _method(self, http: HttpRequest) -> Response:
        connection, idle = http.scope.get("state", {}).get("transport"), self._telegram.faults.idle
        if connection is None:
            return await self._asked(http)
        idle.discard(connection)
        response = await self._asked(http)
        idle.add(connection)
        return response

    async def _asked(self, http: HttpRequest) -> Response:
        if http.path_params["token"] != self._telegram.token:
            return _refuse(RefusedError(401, "Unauthorized"))
        name = NAMES.get(http.path_params["method"].lower())
        if name is None:
            return _refuse(RefusedError(404, "Not Found: method not found"))
        try:
            parameters = await read_parameters(http)
        except RefusedError as refusal:
            return _refuse(refusal)
        return await self._answer(http, name, parameters)

    async def _answer(self, http: HttpRequest, name: str, parameters: Parameters) -> Response:
        request = Request(name, parameters.parsed(), time.monotonic())
        self._telegram.requests.append(request)
        fault = self._telegram.faults.next_for(request)
        try:
            response = await self._carry_out(http, request, parameters, fault)
        except RefusedError as refusal:
            request.answer = refusal.answer()
            response = _refuse(refusal)
        request.answered = not isinstance(response, CutConnection)
        return response

    async def _carry_out(
        self, http: HttpRequest, request: Request, parameters: Parameters, fault: Fault | None
    ) -> Response:
        if fault is not None:
            instead = await fault.before()
            if instead is not None:
                return instead
            if await http.is_disconnected():  # the bot gave up while the request hung
                return CutConnection()
        result = await METHODS[request.method](self._telegram, parameters)
        request.applied = True
        request.answer = {"ok": True, "result": result}
        instead = await fault.after() if fault is not None else None
        return instead or JSONResponse(request.answer)

    async def _download(self, http: HttpRequest) -> Response:
        if http.path_params["token"] != self._telegram.token:
            return _refuse(RefusedError(401, "Unauthorized"))
        file = self._telegram.shelf.at_path(http.path_params["path"])
        if file is None:
            return _refuse(RefusedError(404, "Not Found"))
        fault = self._telegram.faults.next_for(Request(DOWNLOAD, {}, time.monotonic()))
        try:
            instead = await fault.before() if fault is not None else None
        except RefusedError as refusal:
            return _refuse(refusal)
        return instead or Response(file.content, media_type="application/octet-stream")


def bot_api(telegram: LocalTelegram) -> Starlette:
    """The Bot API of a stand-in, as an app to serve; to be mounted beside others, see the gateway's routes."""

    @asynccontextmanager
    async def closing(_: Starlette) -> AsyncIterator[None]:
        yield
        await telegram.close()

    return Starlette(routes=Gateway(telegram).routes(), lifespan=closing)


def _refuse(refusal: RefusedError) -> Response:
    headers = {"Retry-After": str(refusal.retry_after)} if refusal.retry_after is not None else None
    return JSONResponse(refusal.answer(), refusal.code, headers)
