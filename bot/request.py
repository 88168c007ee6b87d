"""HTTP to Telegram through aiohttp, with the causes of failure told apart.

The stock implementation scans all its connections for every request, and calls "never connected" and "never
answered" by one name; for reliable delivery they are opposites.
"""

import io
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.connections import Connections, Request

CONNECT_FOR = 10.0
ANSWER_FOR = 15.0
"""Seconds; together shorter than the lease of an outbox row."""


class AnswerNotReadError(TimedOut):
    """The request may have been carried out, but no answer came back."""

    def __init__(self, message: str, cause: Exception | None = None) -> None:
        super().__init__(message)
        self.cause = cause
        """What aiohttp raised; for who tells it in words of their own, since its words may hold a secret."""


class TooMuchError(Exception):
    """There is more at an address than is read."""


@dataclass
class Way:
    """The way to Telegram, which all requests of a process share.

    Attributes:
        proxy: The address of the proxy that they go through; None where they go straight.
        reached_at: When Telegram last answered one of them, in seconds since 1970; None before it has.
    """

    proxy: str | None = None
    reached_at: float | None = None


class AiohttpRequest(BaseRequest):
    """The connections to Telegram; one instance serves any number of requests at once."""

    def __init__(self, way: Way | None = None, *, connections: int = 100) -> None:
        self._way, self._connections = way or Way(), connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer."""
        return ANSWER_FOR

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            connector = Connections(limit=self._connections)
            self._session = aiohttp.ClientSession(connector=connector, request_class=Request, proxy=self._way.proxy)

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0913, PLR0917  the signature is python-telegram-bot's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  python-telegram-bot's too
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  python-telegram-bot's too
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  python-telegram-bot's too
    ) -> tuple[int, bytes]:
        """Make the request; the status and the body that came back.

        Raises:
            NotConnectedError: nothing was sent.
            LeaseIsOverError: nor was it here.
            AnswerNotReadError: nobody knows whether it was carried out.
        """
        wait = read_timeout if isinstance(read_timeout, int | float) else ANSWER_FOR
        async with self._answer(method, url, _body(request_data), wait=wait) as response:
            return response.status, await response.read()

    async def downloaded(self, url: str, *, at_most: int) -> bytes:
        """The file at the address, read no further than to see that it is larger than that.

        Raises TooMuchError for a larger one, NetworkError where it isn't given, and what `do_request` raises.
        """
        content = bytearray()
        async with self._answer("GET", url, None, wait=ANSWER_FOR) as response:
            if response.status != HTTPStatus.OK:
                raise NetworkError(f"no file (status {response.status})")
            async for piece in response.content.iter_any():
                content += piece
                if len(content) > at_most:
                    raise TooMuchError
        return bytes(content)

    @asynccontextmanager
    async def _answer(
        self, method: str, url: str, body: aiohttp.FormData | Mapping[str, str] | None, *, wait: float
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        if self._session is None:
            await self.initialize()
        assert self._session is not None  # noqa: S101  just opened
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_FOR, connect=CONNECT_FOR, sock_read=wait)
        try:
            async with self._session.request(method, url, data=body, timeout=timeout) as response:
                self._note_reached(response)
                yield response
        # The cause is named without aiohttp's own words, since those may hold the address with the token.
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise AnswerNotReadError(f"no answer ({type(error).__name__})", error) from None

    def _note_reached(self, response: aiohttp.ClientResponse) -> None:
        """Telegram's trouble is no answer of its own: it may be that of a proxy, or of a server before it."""
        if response.status < HTTPStatus.INTERNAL_SERVER_ERROR:
            self._way.reached_at = time.time()


def _body(request_data: RequestData | None) -> aiohttp.FormData | Mapping[str, str] | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_parameters
    form = aiohttp.FormData(request_data.json_parameters, quote_fields=False)
    for name, (file_name, content, mime_type) in request_data.multipart_data.items():
        # As a file: bytes would be written in one go, and a hundred letters are more than aiohttp likes to do so.
        file = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, file, filename=file_name, content_type=mime_type)
    return form
